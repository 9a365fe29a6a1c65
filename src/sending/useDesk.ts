/** Everything a screen needs to write to one dialog: the draft, what is on its way, and what can be done about it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { written, type Choices, type Written } from '../delivery/drafts.ts';
import { newKey, type Item } from '../delivery/item.ts';
import type { LaneView, Unsent } from '../delivery/lanes.ts';
import type { Read, Trace } from '../delivery/policy.ts';
import type { TakenOut } from '../delivery/takingOut.ts';
import { isCancelled, useCancelled } from './cancelled.ts';
import type { KeptFile } from './fileItem.ts';
import type { DeliveryOwner, PortalTexts } from './openDelivery.ts';
import { storeWritten, type What } from './storeWritten.ts';
import { useDelivery } from './useDelivery.ts';
import { useDraft } from './useDraft.ts';
import type { EditStore } from './useKeptEdits.ts';

export interface SendOptions {
  /** "Send as result" */
  asResult?: boolean;
  /** a message of the same dialog */
  replyTo?: number;
  /** each becomes a message; the text goes with the first, and a reply is a message of its own before them */
  files?: readonly File[];
  /** the text as several messages, in this order, before the files; left out: one */
  parts?: readonly string[];
}

export interface DeskOptions {
  owner: DeliveryOwner;
  /** `chat58`: one dialog is one lane */
  lane: string;
  /** what a written text becomes */
  compose: (text: string, options: SendOptions) => What;
  /** what a file becomes, with the text beside it; not there: files cannot be sent */
  composeFile?: (file: KeptFile, text: string, options: Pick<SendOptions, 'asResult'>) => What;
  /** reads the dialog as the screen shows it */
  read: Read;
}

export interface Desk extends LaneView, PortalTexts {
  draft: string;
  setDraft: (text: string) => void;
  /** the message that the draft answers, kept with it */
  replyTo: number | null;
  setReplyTo: (messageId: number | null) => void;
  /** the draft is to become a result of the task, which is kept with it */
  asResult: boolean;
  setAsResult: (isWanted: boolean) => void;
  /**
   * Takes the draft out of the composer and on its way; back into it, with what it answers, where it cannot be stored.
   * @returns whether it is on its way. Never rejects.
   */
  send: (text: string, options?: SendOptions) => Promise<boolean>;
  /**
   * Takes an item out and puts its text into the composer, before whatever stands there, with what it answers and what
   * it was to become. Nothing happens when an attempt began first, in any page.
   */
  edit: (key: string) => void;
  checkAgain: (key: string) => void;
  sendAgain: (key: string) => void;
  remove: (key: string) => void;
  /** The same, until the person thinks better of it. Null: an attempt began first. Never rejects. */
  takeOut: (key: string) => Promise<TakenOut | null>;
  /** Sends something besides what is typed; in another lane, if it is to wait for nobody. */
  add: (lane: string, what: What) => void;
  /** The same for an item of another lane: one of `unsent`. */
  checkIn: (lane: string, key: string) => void;
  sendIn: (lane: string, key: string) => void;
  removeIn: (lane: string, key: string) => void;
  /** Whether an item that is not among `unsent` any more went through, as far as this page has seen. */
  isSentIn: (lane: string, key: string) => boolean;
  /** What the screen has read, and when the reading began (ms since 1970). */
  settle: (traces: readonly Trace[], began: number) => void;
  /** The person has seen that this message has extra copies. Stable once it is open. */
  copiesShown: (messageId: number) => void;
  /** where changes of what the portal holds are kept until they are saved */
  editStore: EditStore;
  /** false: the browser refuses storage, so a reload loses what is not sent */
  isLasting: boolean;
  /** the portal does not answer, or there is no network: what is written waits */
  isDown: boolean;
  /** nothing can be sent before the page is loaded anew */
  isMissing: boolean;
  /** everything in all dialogs that is not sent */
  unsent: readonly Unsent[];
}

/** @param options `compose`, `composeFile` and `read` may change from one render to the next, `owner` and `lane` may not */
export function useDesk({ owner, lane, compose, composeFile, read }: DeskOptions): Desk {
  const { overview, opened, isMissing, texts, whenOpen, ...view } = useDelivery(owner, lane);
  const { userId, portal } = owner;
  const draftOwner = useMemo(() => ({ memberId: portal.memberId, userId }), [portal, userId]);
  const { draft, now, draftId, change, writeBefore, forget } = useDraft({
    owner: draftOwner,
    lane,
    store: opened?.store ?? null,
  });

  const latest = useRef({ compose, composeFile, read });
  useEffect(() => {
    latest.current = { compose, composeFile, read };
  });
  /** files that are being kept: what is sent meanwhile stands behind them */
  const keeping = useRef<Promise<unknown>>(undefined);
  useEffect(() => opened?.delivery.attend(lane, (since) => latest.current.read(since)), [opened, lane]);

  const actions = useMemo(
    () => ({
      async send(typed: string, { files = [], parts = [typed], ...how }: SendOptions = {}) {
        const { composeFile: toItem } = latest.current;
        if (files.length > 0 && !toItem) return false;
        // An upload carries no quote.
        const isAnswer = how.replyTo !== undefined && typed !== '';
        const isOfItsOwn = files.length === 0 || isAnswer || parts.length > 1;
        const whats = isOfItsOwn ? parts.map((part) => latest.current.compose(part, how)) : [];
        const onStored = forget();
        const putBack = () => {
          writeBefore(written(typed, how));
          void change(now.current).then(onStored);
          return false;
        };
        const sending = Promise.all([whenOpen(), keeping.current]).then(async ([open]) => {
          const isStored = await storeWritten(open, {
            lane,
            typed,
            whats,
            files,
            composeFile:
              toItem &&
              ((file, text, isFirst) =>
                toItem(file, text, { asResult: how.asResult === true && !isOfItsOwn && isFirst })),
            draftId,
            now: () => now.current,
            onStored,
          });
          return isStored || putBack();
        }, putBack);
        if (files.length > 0) keeping.current = sending;
        return sending;
      },
      edit(key: string) {
        const item = opened?.delivery.getLane(lane).items.find((candidate) => candidate.key === key);
        if (!opened || !item) return;
        const { delivery, store } = opened;
        // A draft of its own until it stands in the composer: what is typed meanwhile is stored as ever.
        const text = written(item.text, choicesOf(item));
        const taken = { draftId: newKey(), ...text };
        void delivery.remove(lane, key, taken).then((isTaken) => {
          if (!isTaken) return;
          void store.saveDraft(lane, writeBefore(text));
          void store.saveDraft(lane, { ...taken, text: '' });
        });
      },
      checkAgain: (key: string) => void opened?.delivery.checkAgain(lane, key),
      sendAgain: (key: string) => void opened?.delivery.sendAgain(lane, key),
      remove: (key: string) => void opened?.delivery.remove(lane, key),
      takeOut: async (key: string) => (await opened?.delivery.takeOut(lane, key)) ?? null,
      add: (other: string, what: What) =>
        void whenOpen().then(
          ({ delivery }) => delivery.add(other, what),
          // `isMissing` says so.
          () => undefined,
        ),
      checkIn: (other: string, key: string) => void opened?.delivery.checkAgain(other, key),
      sendIn: (other: string, key: string) => void opened?.delivery.sendAgain(other, key),
      removeIn: (other: string, key: string) => void opened?.delivery.remove(other, key),
      isSentIn: (other: string, key: string) =>
        [...(opened?.delivery.getLane(other).claims.values() ?? [])].includes(key),
      copiesShown: (messageId: number) => opened?.delivery.copiesShown(lane, messageId),
      settle: (traces: readonly Trace[], began: number) => opened?.delivery.settle(lane, traces, began),
    }),
    [opened, whenOpen, lane, draftId, now, change, forget, writeBefore],
  );
  // A draft is the first to find out, and delivery does not hear of it.
  const [isKept, setKept] = useState(true);
  const onStored = useCallback(() => setKept(opened?.store.isLasting() ?? true), [opened]);
  const changeTo = useCallback((next: Written) => void change(next).then(onStored), [change, onStored]);
  const editStore = useMemo(
    (): EditStore => ({ owner: draftOwner, store: opened?.store ?? null, onStored }),
    [draftOwner, opened, onStored],
  );
  const setDraft = useCallback((text: string) => changeTo({ ...now.current, text }), [changeTo, now]);
  const choose = useCallback(
    (choices: Choices) => changeTo(written(now.current.text, { ...now.current, ...choices })),
    [changeTo, now],
  );
  const setReplyTo = useCallback(
    (messageId: number | null) => choose({ replyTo: messageId ?? undefined }),
    [choose],
  );
  const setAsResult = useCallback((asResult: boolean) => choose({ asResult }), [choose]);

  const items = useCancelled(view.items, actions);
  const { isDown } = overview;
  const unsent = useMemo(() => overview.unsent.filter(({ item }) => !isCancelled(item)), [overview.unsent]);
  const isLasting = overview.isLasting && isKept;
  return {
    ...view,
    items,
    ...texts,
    ...actions,
    draft: draft.text,
    setDraft,
    replyTo: draft.replyTo ?? null,
    setReplyTo,
    asResult: draft.asResult ?? false,
    setAsResult,
    editStore,
    isLasting,
    isDown,
    isMissing,
    unsent,
  };
}

function choicesOf({ target: { replyTo, asResult } }: Item): Choices {
  return {
    replyTo: replyTo === undefined ? undefined : Number(replyTo),
    asResult: Number(asResult ?? 0) > 0,
  };
}
