/** One task to choose, with what tells it from others. */
import { useTranslation } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translator.ts';
import type { TaskBrief } from '../../portal/methods/taskList.ts';
import type { TaskStatus } from '../../portal/methods/tasks.ts';
import styles from './TaskPicker.module.css';

interface TaskOptionProps {
  group: string;
  task: TaskBrief;
  isChosen: boolean;
  onChoose: (task: TaskBrief) => void;
}

export function TaskOption({ group, task, isChosen, onChoose }: TaskOptionProps) {
  const { t } = useTranslation();
  const status = statusWords(t, task.status);
  return (
    <label className={styles.option}>
      <input type="radio" name={group} checked={isChosen} onChange={() => onChoose(task)} />
      <span className={styles.words}>
        <bdi className={styles.title}>{task.title.trim() || t('task.title', { id: task.id })}</bdi>{' '}
        <span className={styles.facts}>{[`#${task.id}`, status].filter(Boolean).join(' · ')}</span>
      </span>
    </label>
  );
}

function statusWords(t: Translator['t'], status: TaskStatus): string {
  switch (status) {
    case 'Pending':
      return t('task.statusPending');
    case 'InProgress':
      return t('task.statusInProgress');
    case 'SupposedlyCompleted':
      return t('task.statusSupposedlyCompleted');
    case 'Completed':
      return t('task.statusCompleted');
    case 'Deferred':
      return t('task.statusDeferred');
    case 'Declined':
      return t('task.statusDeclined');
    case 'Unknown':
    default:
      return '';
  }
}
