/** One message of another chat: where it was to go, what it says, how it stands, and what can be done about it. */
import { useId, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { fileOf } from '../../sending/fileItem.ts';
import { needsPerson } from '../../sending/needsPerson.ts';
import type { Elsewhere } from '../../sending/useElsewhere.ts';
import { cx } from '../../ui/cx.ts';
import delivery from '../DeliveryState.module.css';
import { plainWords } from '../plainWords.ts';
import { StateActions } from '../StateActions.tsx';
import { toneOf } from '../tone.ts';
import { useFocusPassedOn } from '../useFocusPassedOn.ts';
import { useTextLabels } from '../useTextLabels.ts';
import { ElsewhereActions, SureToDelete } from './ElsewhereActions.tsx';
import type { ElsewhereAround } from './elsewhereAround.ts';
import styles from './ElsewhereDialog.module.css';
import { ElsewhereWords } from './ElsewhereWords.tsx';
import { useQuestionFocus } from './useQuestionFocus.ts';
import { Where } from './Where.tsx';

interface ElsewhereRowProps extends Elsewhere, ElsewhereAround {
  /** another chat takes the place of this one */
  onLeave: () => void;
}

/** code points; enough to recognise it by */
const longest = 240;

export function ElsewhereRow({ lane, item, onLeave, ...around }: ElsewhereRowProps) {
  const { desk, chatOf } = around;
  const { t } = useTranslation();
  const labels = useTextLabels();
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  // Another window has sent it meanwhile.
  if (isAsking && !needsPerson(item)) setAsking(false);
  const box = useFocusPassedOn<HTMLLIElement>((gone) => {
    const next = gone.nextElementSibling ?? gone.previousElementSibling;
    if (next instanceof HTMLElement) next.focus();
  });
  useQuestionFocus(box, isAsking);

  const chat = chatOf?.(lane) ?? null;
  const written = Array.from(plainWords(item.text, { labels }));
  const text = written.slice(0, longest).join('') + (written.length > longest ? '…' : '');
  const said = [text, fileOf(item)?.name].filter(Boolean).join(' · ');
  return (
    <li ref={box} className={styles.row} tabIndex={-1} aria-labelledby={`${id}where ${id}text`}>
      <p className={styles.where}>
        <Where id={`${id}where`} item={item} chat={chat} {...around} />
      </p>
      <p id={`${id}text`} className={styles.text} dir="auto">
        <bdi>{said || t('conversation.nothing')}</bdi>
      </p>
      <div className={delivery.delivery} data-tone={toneOf(item)}>
        <output className={cx(delivery.words, styles.state)}>
          {isAsking ? t('elsewhere.deleteSure') : <ElsewhereWords item={item} isDown={desk.isDown} />}
        </output>
        {/* Others take their place with each state: who stood on one that goes stands on the row then. */}
        <StateActions key={item.state} focusHome={() => box.current}>
          {isAsking ? (
            <SureToDelete onKeep={() => setAsking(false)} onDelete={() => desk.removeIn(lane, item.key)} />
          ) : (
            <ElsewhereActions
              item={item}
              onCheck={() => desk.checkIn(lane, item.key)}
              onSend={() => desk.sendIn(lane, item.key)}
              onDelete={() => setAsking(true)}
              onOpen={
                chat &&
                (() => {
                  onLeave();
                  chat.open();
                })
              }
            />
          )}
        </StateActions>
      </div>
    </li>
  );
}
