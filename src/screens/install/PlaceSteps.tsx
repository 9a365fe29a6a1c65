/** What is to be done to the rows, and how far it has come. */
import type { InstallTranslator } from './useInstallTranslation.ts';
import { useInstallTranslation } from './useInstallTranslation.ts';
import { StepList, type ListedStep } from '../../ui/StepList/StepList.tsx';
import { failureWords } from './failureWords.ts';
import styles from './InstallScreen.module.css';
import type { Step } from './plan.ts';
import type { StepView } from './useInstallation.ts';

const places: ReadonlyMap<string, `install.place${'Tab' | 'Sidebar' | 'TopPanel'}`> = new Map([
  ['TASK_VIEW_TAB', 'install.placeTab'],
  ['TASK_VIEW_SIDEBAR', 'install.placeSidebar'],
  ['TASK_VIEW_TOP_PANEL', 'install.placeTopPanel'],
]);

const tasks = {
  keep: 'install.keep',
  bind: 'install.add',
  unite: 'install.unite',
  removeOld: 'install.removeOld',
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
  const listedSteps = steps.map((view) => listed(t, view));
  if (ending) {
    const stateWords = t(states[ending]);
    listedSteps.push({ key: 'finish', state: ending, stateWords, title: t('install.finishStep') });
  }
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t('install.steps')}</h2>
      <StepList label={t('install.steps')} steps={listedSteps} />
      <p className={styles.hint}>{t('install.address', { address: handler })}</p>
    </section>
  );
}

function listed(t: InstallTranslator['t'], { step, state, outcome, failure }: StepView): ListedStep {
  const { kind, row } = step;
  return {
    key: `${row.placement} ${row.handler}`,
    state,
    stateWords: t(outcome ? outcomes[outcome] : states[state]),
    title: t(tasks[kind], { place: placeName(t, step) }),
    details: state === 'failed' ? <Failure failure={failure} address={row.handler} /> : aboutRow(t, step),
  };
}

/** A place of a version that knew more than this one has its code for a name. */
function placeName(t: InstallTranslator['t'], { row: { placement } }: Step): string {
  const name = places.get(placement);
  return name ? t(name) : placement;
}

function aboutRow(t: InstallTranslator['t'], { kind, row }: Step) {
  return kind === 'removeOld' ? t('install.opens', { address: row.handler }) : undefined;
}

function Failure({ failure, address }: { failure: unknown; address: string }) {
  const { t } = useInstallTranslation();
  const { text, answer } = failureWords(t, failure, address);
  return (
    <>
      <p className={styles.failure}>{text}</p>
      {answer !== '' && <p>{t('install.portalAnswer', { details: answer })}</p>}
    </>
  );
}
