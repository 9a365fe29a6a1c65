/** What has become of a message that is being forwarded: each step with its state, and what can be done about it. */
import { useSyncExternalStore, type ReactNode } from 'react';
import { DeliveryWords } from '../../conversation/DeliveryWords.tsx';
import { holdOf, type Circumstances } from '../../conversation/hold.ts';
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useFocusPassedOn } from '../../conversation/useFocusPassedOn.ts';
import { useLasting } from '../../conversation/useLasting.ts';
import type { Delivery } from '../../delivery/delivery.ts';
import { cannotLookCode, type Item, type Problem } from '../../delivery/item.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { StepList, type ListedStep } from '../../ui/StepList/StepList.tsx';
import { promotionWords } from '../results/promotionWords.ts';
import styles from './ForwardDialog.module.css';
import type { Run } from './run.ts';
import { stepsOf, type Step } from './steps.ts';

interface ForwardStepsProps {
  run: Run;
  delivery: Delivery;
}

export function ForwardSteps({ run, delivery }: ForwardStepsProps) {
  const { t } = useTranslation();
  useSyncExternalStore(run.subscribe, run.getState);
  const { isDown } = useSyncExternalStore(delivery.subscribe, delivery.getOverview);
  const steps = stepsOf(run).map((step): ListedStep => ({
    key: step.key,
    state: signOf(step),
    stateWords: t(stateKeys[step.state]),
    title: titleOf(t, step, run),
    details: <Details step={step} run={run} isDown={isDown} held={delivery.getLane(step.lane ?? '').held} />,
  }));
  return <StepList label={t('forward.steps')} steps={steps} />;
}

const stateKeys = {
  waiting: 'forward.waiting',
  running: 'forward.running',
  looking: 'forward.looking',
  unclear: 'forward.unclear',
  failed: 'forward.failed',
  done: 'forward.done',
  gone: 'forward.gone',
  impossible: 'forward.impossible',
} as const;

function signOf({ state }: Step): ListedStep['state'] {
  switch (state) {
    case 'waiting':
      return 'waiting';
    case 'done':
      return 'done';
    case 'unclear':
      return 'warning';
    case 'failed':
    case 'gone':
    case 'impossible':
      return 'failed';
    case 'running':
    case 'looking':
    default:
      return 'running';
  }
}

function titleOf(t: Translator['t'], { kind, file }: Step, { plan }: Run): string {
  const name = file?.name.trim() || t('common.file');
  switch (kind) {
    case 'task':
      return t('forward.stepTask', { title: plan.task.kind === 'new' ? plan.task.title : '' });
    case 'chat':
      return t('forward.stepChat');
    case 'file':
      return t('forward.stepFile', { name });
    case 'link':
      return t('forward.stepLink', { name });
    case 'result':
      return t('forward.stepResult');
    case 'message':
    default:
      return t('forward.stepMessage');
  }
}

interface DetailsProps extends Circumstances {
  step: Step;
  run: Run;
}

function Details({ step, run, ...circumstances }: DetailsProps) {
  return (
    <>
      <Words step={step} {...circumstances} />
      <Buttons step={step} run={run} />
    </>
  );
}

function Words({ step, isDown, held }: Omit<DetailsProps, 'run'>): ReactNode {
  const { t } = useTranslation();
  const { kind, state, item, problem, copies = [] } = step;
  if (state === 'gone') return t('forward.goneNote');
  if (state === 'impossible') return t('forward.noTraceNote');
  if (kind === 'task' && state === 'looking') return t('forward.taskLooking');
  if (kind === 'task' && state === 'unclear') return t('forward.taskUnclear');
  if (copies.length > 0) {
    const ids = copies.map((id) => `#${id}`).join(', ');
    return t('forward.copies', { count: copies.length, ids });
  }
  if (!item) return state === 'failed' && problem ? <Refusal problem={problem} /> : null;
  if (kind === 'result') {
    if (state === 'done' || state === 'running') return null;
    const { sentence, advice, quote } = promotionWords(t, item, isDown);
    return (
      <>
        {sentence} {advice} <PortalWords quote={quote} />
      </>
    );
  }
  // What is missing to a result is said at that step.
  return state === 'done' ? null : <WordsOnTheWay item={item} held={held} isDown={isDown} />;
}

function WordsOnTheWay({ item, ...circumstances }: Circumstances & { item: Item }) {
  const { t } = useTranslation();
  const hold = useLasting(holdOf(item, circumstances));
  if (item.state === 'queued' && hold === 'connection') return t('sending.waitsForConnection');
  return <DeliveryWords item={item} hold={hold} />;
}

function Refusal({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  if (problem.code === 'NO_CHAT') return t('forward.noChatNote');
  const { title, text, quote } = problemWords(t, problem);
  return (
    <>
      {title}. {text} <PortalWords quote={quote} />
    </>
  );
}

function Buttons({ step, run }: Pick<DetailsProps, 'step' | 'run'>) {
  const { t } = useTranslation();
  const box = useFocusPassedOn<HTMLDivElement>((gone) => theSum(gone)?.focus());
  const { kind, state, item, lane = '', file, problem } = step;
  const isOwn = kind === 'task' || kind === 'chat';
  const canCheck = isOwn
    ? kind === 'task' && state === 'unclear'
    : state === 'unclear' && problem?.code !== cannotLookCode;
  const isOpen = (state === 'failed' || state === 'unclear') && (isOwn || item !== undefined);
  const hasLink =
    kind === 'file' && state === 'failed' && file !== undefined && run.plan.linkTo(file) !== null;
  if (!isOpen) return null;
  const check = () => (isOwn ? run.lookForTask() : run.checkAgain(lane, item?.key ?? ''));
  const again = () => (isOwn ? run.tryTaskAgain() : run.sendAgain(lane, item?.key ?? ''));
  const againWords = () => {
    if (state === 'failed') return t('common.retry');
    return isOwn ? t('forward.makeAgain') : t('sending.sendAgain');
  };
  return (
    <div ref={box} className={styles.buttons}>
      {canCheck && (
        <Button size="small" onClick={check}>
          {t('sending.check')}
        </Button>
      )}
      <Button size="small" onClick={again}>
        {againWords()}
      </Button>
      {hasLink && (
        <Button size="small" onClick={() => run.sendLink(file)}>
          {t('forward.sendLink')}
        </Button>
      )}
    </div>
  );
}

/** What a button has begun takes it away: the keyboard goes to where the words are that change with it. */
function theSum(gone: HTMLElement): HTMLElement | null {
  return gone.closest('dialog')?.querySelector<HTMLElement>('[data-first-focus]') ?? null;
}
