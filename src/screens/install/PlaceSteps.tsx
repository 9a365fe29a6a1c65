/** What is to be done to the rows, a list for each kind of card, and how far it has come. */
import type { InstallTranslator } from './useInstallTranslation.ts';
import { useInstallTranslation } from './useInstallTranslation.ts';
import type { PlacementRow } from '../../portal/methods/placements.ts';
import { StepList, type ListedStep } from '../../ui/StepList/StepList.tsx';
import { failureWords } from './failureWords.ts';
import styles from './InstallScreen.module.css';
import { cardOf, type Card } from './places.ts';
import { cards, type Step } from './plan.ts';
import type { StepView } from './useInstallation.ts';

type PlaceName = 'Tab' | 'Sidebar' | 'TopPanel' | 'Lead' | 'Deal' | 'Contact' | 'Company';

const places: ReadonlyMap<string, `install.place${PlaceName}`> = new Map([
  ['TASK_VIEW_TAB', 'install.placeTab'],
  ['TASK_VIEW_SIDEBAR', 'install.placeSidebar'],
  ['TASK_VIEW_TOP_PANEL', 'install.placeTopPanel'],
  ['CRM_LEAD_DETAIL_TAB', 'install.placeLead'],
  ['CRM_DEAL_DETAIL_TAB', 'install.placeDeal'],
  ['CRM_CONTACT_DETAIL_TAB', 'install.placeContact'],
  ['CRM_COMPANY_DETAIL_TAB', 'install.placeCompany'],
]);

const headings = {
  task: 'install.taskCard',
  crm: 'install.crmCards',
  other: 'install.otherPlaces',
} as const satisfies Record<Card, string>;

const tasks = {
  keep: 'install.keep',
  leaveOut: 'install.keep',
  bind: 'install.add',
  unite: 'install.unite',
  removeOld: 'install.removeOld',
  leaveOld: 'install.removeOld',
  removeUnwanted: 'install.removeUnwanted',
} as const;

const states = {
  waiting: 'install.waiting',
  running: 'install.running',
  done: 'install.finished',
  failed: 'install.failed',
} as const;

const outcomes = {
  added: 'install.added',
  present: 'install.present',
  leftOut: 'install.leftOut',
  united: 'install.united',
  removed: 'install.removed',
  gone: 'install.gone',
} as const;

interface PlaceStepsProps {
  handler: string;
  steps: readonly StepView[];
  /** how the end stands; null where none is needed */
  ending: 'waiting' | 'running' | 'done' | 'failed' | null;
}

export function PlaceSteps({ handler, steps, ending }: PlaceStepsProps) {
  const { t } = useInstallTranslation();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t('install.steps')}</h2>
      {cards.map((card) => {
        const views = steps.filter(({ step }) => cardOf(step.row.placement) === card);
        return views.length > 0 && <Group key={card} heading={t(headings[card])} steps={views} />;
      })}
      {ending && (
        <StepList
          label={t('install.lastStep')}
          steps={[
            { key: 'finish', state: ending, stateWords: t(states[ending]), title: t('install.finishStep') },
          ]}
        />
      )}
      <p className={styles.hint}>{t('install.address', { address: handler })}</p>
    </section>
  );
}

function Group({ heading, steps }: { heading: string; steps: readonly StepView[] }) {
  const { t } = useInstallTranslation();
  return (
    <div>
      <h3 className={styles.group}>{heading}</h3>
      <StepList label={heading} steps={steps.map((view) => listed(t, view))} />
    </div>
  );
}

function listed(t: InstallTranslator['t'], { step, state, outcome, failure }: StepView): ListedStep {
  const { kind, row } = step;
  return {
    key: `${row.placement} ${row.handler}`,
    state: outcome === 'leftOut' ? 'warning' : state,
    stateWords: t(outcome ? outcomes[outcome] : states[state]),
    title: t(tasks[kind], { place: placeName(t, step) }),
    details: state === 'failed' ? <Failure failure={failure} row={row} /> : aboutRow(t, step),
  };
}

/** A place of a version that knew more than this one has its code for a name. */
function placeName(t: InstallTranslator['t'], { row: { placement } }: Step): string {
  const name = places.get(placement);
  return name ? t(name) : placement;
}

function aboutRow(t: InstallTranslator['t'], { kind, row }: Step) {
  const isOld = kind === 'removeOld' || kind === 'leaveOld';
  return isOld ? t('install.opens', { address: row.handler }) : undefined;
}

function Failure({ failure, row }: { failure: unknown; row: PlacementRow }) {
  const { t } = useInstallTranslation();
  const { text, answer } = failureWords(t, failure, row.handler, row.placement);
  return (
    <>
      <p className={styles.failure}>{text}</p>
      {answer !== '' && <p>{t('install.portalAnswer', { details: answer })}</p>}
    </>
  );
}
