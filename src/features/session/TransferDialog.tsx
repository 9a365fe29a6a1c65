/** To whom a conversation goes: a colleague who is searched, or the queue of a line. */
import { useId, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { Rest } from '../../portal/rest.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { SearchIcon } from '../../ui/Icon/icons.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import type { Receiver } from './outcome.ts';
import { ReceiverOption, ReceiverGroup } from './ReceiverGroup.tsx';
import styles from './TransferDialog.module.css';
import { useReceivers } from './useReceivers.ts';

export interface TransferDialogProps {
  rest: Rest;
  /** the line the conversation came in by */
  ownLineId: number | null;
  currentUserId: number;
  /** those the chat knows already; shown before anything is typed */
  people: ReadonlyMap<number, Person>;
  isBusy: boolean;
  onTransfer: (receiver: Receiver) => void;
  onCancel: () => void;
  returnFocus: () => void;
}

export function TransferDialog(props: TransferDialogProps) {
  const { rest, ownLineId, currentUserId, people, isBusy, onTransfer, onCancel, returnFocus } = props;
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [receiver, setReceiver] = useState<Receiver | null>(null);
  const [isMissing, setMissing] = useState(false);
  const group = useId();
  const { colleagues, lines, search, linesState } = useReceivers({ rest, query, currentUserId, people });
  const choose = (chosen: Receiver) => {
    setReceiver(chosen);
    setMissing(false);
  };
  const cancel = () => {
    if (!isBusy) onCancel();
  };
  const send = () => {
    if (receiver) onTransfer(receiver);
    else setMissing(true);
  };
  const searchWords = {
    short: t('session.transferShort'),
    searching: t('session.transferSearching'),
    failed: t('session.transferSearchFailed'),
    found:
      colleagues.length === 0
        ? t('session.transferNobody')
        : t('session.transferFound', { count: colleagues.length }),
  };
  return (
    <Dialog
      title={t('session.transferTitle')}
      isOpen
      onClose={cancel}
      size="small"
      returnFocus={returnFocus}
      actions={
        <>
          <Button onClick={cancel} aria-disabled={isBusy || undefined}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" busy={isBusy} onClick={send}>
            {receiver ? t('session.transferTo', { name: receiver.name }) : t('session.transfer')}
          </Button>
        </>
      }
    >
      <div className={styles.content}>
        <p>{t('session.transferText')}</p>
        <TextField
          label={t('session.transferSearch')}
          type="search"
          autoComplete="off"
          icon={<SearchIcon />}
          value={query}
          onChange={setQuery}
        />
        <output className={styles.quiet}>{searchWords[search]}</output>
        <div className={styles.list}>
          <ReceiverGroup title={t('session.transferPeople')}>
            {colleagues.map((person) => (
              <ReceiverOption
                key={person.id}
                group={group}
                name={person.name}
                avatar={person}
                isChosen={receiver !== null && 'userId' in receiver && receiver.userId === person.id}
                onChoose={() => choose({ userId: person.id, name: person.name })}
              />
            ))}
          </ReceiverGroup>
          <ReceiverGroup title={t('session.transferLines')}>
            {lines.map(({ id, name, operatorIds }) => (
              <ReceiverOption
                key={id}
                group={group}
                name={name}
                note={
                  id === ownLineId
                    ? t('session.transferOwnLine')
                    : t('session.transferLineSize', { count: operatorIds.length })
                }
                isChosen={receiver !== null && 'lineId' in receiver && receiver.lineId === id}
                onChoose={() => choose({ lineId: id, name })}
              />
            ))}
            {linesState === 'loading' && <p className={styles.quiet}>{t('session.transferLinesLoading')}</p>}
            {linesState === 'failed' && (
              <p className={styles.quiet} role="alert">
                {t('session.transferLinesFailed')}
              </p>
            )}
          </ReceiverGroup>
        </div>
        <div role="alert">{isMissing && <p className={styles.problem}>{t('session.transferChoose')}</p>}</div>
      </div>
    </Dialog>
  );
}
