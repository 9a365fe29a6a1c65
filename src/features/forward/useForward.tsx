/** "To task" for the messages of a client's chat: the action, and the dialog it opens. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Notes } from '../../conversation/actions/notes.ts';
import { isOpenToActions, type MessageAction } from '../../conversation/messageAction.ts';
import { NotLoaded } from '../../conversation/NotLoaded.tsx';
import { useOnDemand } from '../../conversation/onDemand.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { ForwardIcon } from '../../ui/Icon/icons.tsx';
import type { ForwardOptions } from './forwarding.ts';
import { messageKey, type ForwardRuns } from './useForwardRuns.ts';

interface Forward {
  /** null: there is nothing to forward; the same function as long as the language is */
  actionOf: (message: Message) => MessageAction | null;
  open: (message: Message) => void;
  /** to be put anywhere outside of the list */
  dialog: ReactNode;
}

const load = () => import('./ForwardDialog.tsx');
const actionId = 'toTask';

/** Whether there is anything in it to forward. */
export function canForward(message: Message): boolean {
  return isOpenToActions(message) && (message.text.trim() !== '' || message.fileIds.length > 0);
}

export function useForward(options: ForwardOptions, forwards: ForwardRuns): Forward {
  const { t } = useTranslation();
  const [message, setMessage] = useState<Message | null>(null);
  const [notes] = useState(() => new Notes());
  const part = useOnDemand(load, message !== null);
  const { portal, user, entity, cardTitle, channelTitle, dialogId, people, files, clientId } = options;
  const forwarding = useMemo(
    () =>
      message && {
        portal,
        user,
        entity,
        cardTitle,
        channelTitle,
        dialogId,
        people,
        files,
        clientId,
        message,
      },
    [message, portal, user, entity, cardTitle, channelTitle, dialogId, people, files, clientId],
  );
  useNews({ forwards, dialogId, shown: message?.id ?? null, notes });

  const { runs, kept, keep, setRun, forget } = forwards;
  const latest = useRef(runs);
  useEffect(() => {
    latest.current = runs;
  });
  const open = useCallback(
    (message: Message) => {
      notes.forget(message.id);
      setMessage(message);
      // What is through needs nobody: the next time is another one.
      const key = messageKey(dialogId, message.id);
      const run = latest.current.get(key);
      void load().then(
        ({ outcomeOfRun }) => {
          if (run && outcomeOfRun(run) === 'done') forget(key);
        },
        () => undefined,
      );
    },
    [notes, dialogId, forget],
  );
  const actionOf = useCallback(
    (message: Message): MessageAction | null => {
      if (!canForward(message)) return null;
      return {
        id: actionId,
        label: t('forward.toTask'),
        icon: <ForwardIcon />,
        shortcut: 't',
        place: 'bar',
        note: notes.of(message.id, actionId),
        subscribe: (onChange) => notes.subscribe(message.id, onChange),
        run: () => open(message),
      };
    },
    [t, notes, open],
  );

  const close = () => setMessage(null);
  const dialog = () => {
    if (!forwarding || part === null) return null;
    if (part === 'failed') {
      return (
        <Dialog title={t('forward.toTask')} isOpen onClose={close}>
          <NotLoaded live="polite">{t('forward.notLoaded')}</NotLoaded>
        </Dialog>
      );
    }
    const key = messageKey(dialogId, forwarding.message.id);
    return (
      <part.ForwardDialog
        key={key}
        forwarding={forwarding}
        run={runs.get(key) ?? null}
        remembered={kept.get(key)}
        onRemember={(remembered) => keep(key, remembered)}
        onRun={(run) => setRun(key, run)}
        onClose={close}
      />
    );
  };
  return { actionOf, open, dialog: dialog() };
}

interface NewsOptions {
  forwards: ForwardRuns;
  dialogId: string;
  /** the message whose dialog is open */
  shown: number | null;
  notes: Notes;
}

/** Says at the message what has become of it, unless its dialog shows it; what came of it meanwhile is told late. */
function useNews({ forwards: { runs, seen }, dialogId, shown, notes }: NewsOptions): void {
  const { t } = useTranslation();
  useEffect(() => {
    const own = [...runs].flatMap(([key, run]) => {
      const [dialog, id] = key.split('/');
      return dialog === dialogId ? [{ key, run, id: Number(id) }] : [];
    });
    if (own.length === 0) return undefined;
    let isOver = false;
    const look = async () => {
      const { outcomeOfRun } = await load();
      if (isOver) return;
      for (const { key, run, id } of own) {
        const outcome = outcomeOfRun(run);
        if (seen.get(key) === outcome) continue;
        seen.set(key, outcome);
        if (id === shown || outcome === 'running') continue;
        const title = run.getState().task?.title ?? '';
        const isDone = outcome === 'done';
        notes.say(id, actionId, {
          text: isDone ? t('forward.noteDone', { title }) : t('forward.noteTrouble'),
          tone: isDone ? 'done' : 'failed',
        });
      }
    };
    const news = () => void look().catch(() => undefined);
    news();
    const stops = own.map(({ run }) => run.subscribe(news));
    return () => {
      isOver = true;
      for (const stop of stops) stop();
    };
  }, [runs, seen, dialogId, shown, notes, t]);
}
