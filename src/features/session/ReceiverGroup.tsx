/** Radio buttons of those a conversation can go to; the browser's own, with its keys. */
import type { ReactNode } from 'react';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import { Avatar } from '../../ui/Avatar/Avatar.tsx';
import styles from './TransferDialog.module.css';

interface ReceiverGroupProps {
  title: string;
  children: ReactNode;
}

export function ReceiverGroup({ title, children }: ReceiverGroupProps) {
  return (
    <fieldset className={styles.receivers}>
      <legend className={styles.group}>{title}</legend>
      {children}
    </fieldset>
  );
}

interface ReceiverOptionProps {
  /** name of the radio buttons of which one is chosen */
  group: string;
  name: string;
  /** left out for a queue */
  avatar?: Person;
  note?: string;
  isChosen: boolean;
  onChoose: () => void;
}

export function ReceiverOption({ group, name, avatar, note, isChosen, onChoose }: ReceiverOptionProps) {
  return (
    <label className={styles.option}>
      <input type="radio" className={styles.radio} name={group} checked={isChosen} onChange={onChoose} />
      {avatar && <Avatar name={name} src={avatar.avatarUrl} color={avatar.color ?? undefined} size={24} />}
      <bdi className={styles.name}>{name}</bdi>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </label>
  );
}
