/** What this is about: the task's title, its number, state and deadline, and how fresh the screen is. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Task } from '../../portal/methods/tasks.ts';
import styles from './TaskHeader.module.css';

export function TaskHeader({ task, children }: { task: Task; children?: ReactNode }) {
  const { t, formatDate } = useTranslation();
  const [now] = useState(() => Date.now());
  const isOver = task.deadline !== null && task.status !== 'Completed' && Date.parse(task.deadline) < now;
  const facts = [
    t('task.title', { id: String(task.id) }),
    task.status === 'Unknown' ? '' : t(`task.status${task.status}`),
    task.deadline ? t(isOver ? 'task.overdue' : 'task.due', { date: formatDate(task.deadline) }) : '',
  ];
  return (
    <header className={styles.header}>
      <div className={styles.about}>
        <h1 className={styles.title} title={task.title}>
          <bdi>{task.title || t('task.title', { id: String(task.id) })}</bdi>
        </h1>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {children && <div className={styles.state}>{children}</div>}
    </header>
  );
}
