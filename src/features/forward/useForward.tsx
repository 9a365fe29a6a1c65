/** "To task" for the messages of a client's chat: the action, and the dialog it opens. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Notes } from '../../conversation/actions/notes.ts';
import { isOpenToActions, type MessageAction } from '../../conversation/messageAction.ts';
import { NotLoaded } from '../../conversation/NotLoaded.tsx';
import { useOnDemand } from '../../conversation/onDemand.ts';
import { useLeaveWarning } from '../../conversation/useLeaveWarning.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { ForwardIcon } from '../../ui/Icon/icons.tsx';
import type { Remembered } from './ForwardForm.tsx';
import type { ForwardOptions } from './forwarding.ts';
import type { Run } from './run.ts';

interface Forward {
  /** null: there is nothing to forward; the same function as long as the language is */
  actionOf: (message: Message) => MessageAction | null;
  open: (message: Message) => void;
  /** to be put anywhere outside of the list */
  dialog: ReactNode;
}

const load = () => import('./ForwardDialog.tsx');
const actionId = 'toTask';

export function useForward(options: ForwardOptions): Forward {
  const { t } = useTranslation();
  const [message, setMessage] = useState<Message | null>(null);
  const [runs, setRuns] = useState<ReadonlyMap<number, Run>>(new Map());
  const [kept, setKept] = useState<ReadonlyMap<number, Remembered>>(new Map());
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
  const isMaking = useNews(runs, message?.id ?? null, notes);
  useLeaveWarning({ unsent: [], draft: '', isLasting: true, hasUnsavedEdit: isMaking, fileCount: 0 });

  const latest = useRef(runs);
  useEffect(() => {
    latest.current = runs;
  });
  const open = useCallback(
    (message: Message) => {
      notes.forget(message.id);
      setMessage(message);
      // What is through needs nobody: the next time is another one.
      const run = latest.current.get(message.id);
      void load().then(
        ({ outcomeOfRun }) => {
          if (!run || outcomeOfRun(run) !== 'done') return;
          setRuns((before) => without(before, message.id));
          setKept((before) => without(before, message.id));
        },
        () => undefined,
      );
    },
    [notes],
  );
  const actionOf = useCallback(
    (message: Message): MessageAction | null => {
      if (!isOpenToActions(message) || (message.text.trim() === '' && message.fileIds.length === 0))
        return null;
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
    const { id } = forwarding.message;
    return (
      <part.ForwardDialog
        key={id}
        forwarding={forwarding}
        run={runs.get(id) ?? null}
        remembered={kept.get(id)}
        onRemember={(remembered) => setKept((before) => new Map(before).set(id, remembered))}
        onRun={(run) => setRuns((before) => (run ? new Map(before).set(id, run) : without(before, id)))}
        onClose={close}
      />
    );
  };
  return { actionOf, open, dialog: dialog() };
}

function without<Value>(map: ReadonlyMap<number, Value>, id: number): ReadonlyMap<number, Value> {
  return new Map([...map].filter(([other]) => other !== id));
}

/** Says at the message what has become of it, unless its dialog shows it. @returns a task is being made */
function useNews(runs: ReadonlyMap<number, Run>, shown: number | null, notes: Notes): boolean {
  const { t } = useTranslation();
  const [isMaking, setMaking] = useState(false);
  useEffect(() => {
    const said = new Map<number, string>();
    const look = async () => {
      setMaking([...runs.values()].some((run) => run.getState().queued === null && isUnderWay(run)));
      if (runs.size === 0) return;
      const { outcomeOfRun } = await load();
      for (const [id, run] of runs) {
        const outcome = outcomeOfRun(run);
        if (said.get(id) === outcome) continue;
        // How it stands as one begins to look is no news.
        const isNews = said.has(id) && id !== shown;
        said.set(id, outcome);
        if (!isNews || outcome === 'running') continue;
        const title = run.getState().task?.title ?? '';
        const isDone = outcome === 'done';
        notes.say(id, actionId, {
          text: isDone ? t('forward.noteDone', { title }) : t('forward.noteTrouble'),
          tone: isDone ? 'done' : 'failed',
        });
      }
    };
    void look();
    const stops = [...runs.values()].map((run) => run.subscribe(() => void look()));
    return () => {
      for (const stop of stops) stop();
    };
  }, [runs, shown, notes, t]);
  return isMaking;
}

function isUnderWay(run: Run): boolean {
  const { making, chat } = run.getState();
  if (typeof chat === 'object') return false;
  return chat === 'asked' || ['making', 'looking', 'made'].includes(making?.phase ?? '');
}
