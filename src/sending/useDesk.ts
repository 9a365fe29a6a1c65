/** Everything a screen needs to write to one dialog: the draft, what is on its way, and what can be done about it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { newKey, type Item } from '../delivery/item.ts';
import type { LaneView } from '../delivery/lanes.ts';
import type { Read, Trace } from '../delivery/policy.ts';
import { textLimit } from '../portal/textLimit.ts';
import type { DeliveryOwner, PortalTexts } from './openDelivery.ts';
import { useDelivery } from './useDelivery.ts';
import { useDraft } from './useDraft.ts';

/** What a send is made of. */
type What = Pick<Item, 'kind' | 'text' | 'target'>;

export interface SendOptions {
  /** "Send as result" */
  asResult?: boolean;
  /** a message of the same dialog */
  replyTo?: number;
}

export interface DeskOptions {
  owner: DeliveryOwner;
  /** `chat58`: one dialog is one lane */
  lane: string;
  /** what a written text becomes */
  compose: (text: string, options: SendOptions) => What;
  /** reads the dialog as the screen shows it */
  read: Read;
}

export interface Desk extends LaneView, PortalTexts {
  draft: string;
  setDraft: (text: string) => void;
  /** Takes the draft out of the composer and on its way. */
  send: (text: string, options?: SendOptions) => void;
  /**
   * Takes an item out and puts its text into the composer, before whatever stands there. Nothing happens when an
   * attempt began first, in any page.
   */
  edit: (key: string) => void;
  checkAgain: (key: string) => void;
  sendAgain: (key: string) => void;
  remove: (key: string) => void;
  /** Sends something besides what is typed; in another lane, if it is to wait for nobody. */
  add: (lane: string, what: What) => void;
  /** The same for an item of another lane: one of `unsent`. */
  checkIn: (lane: string, key: string) => void;
  sendIn: (lane: string, key: string) => void;
  removeIn: (lane: string, key: string) => void;
  /** What the screen has read, and when the reading began (ms since 1970). */
  settle: (traces: readonly Trace[], began: number) => void;
  /** false: the browser refuses storage, so a reload loses what is not sent */
  isLasting: boolean;
  /** the portal does not answer, or there is no network: what is written waits */
  isDown: boolean;
  /** nothing can be sent before the page is loaded anew */
  isMissing: boolean;
  /** everything in all dialogs that is not sent */
  unsent: ReadonlyArray<{ lane: string; item: Item }>;
  /** how many messages of other dialogs are among them */
  elsewhere: number;
}

/** @param options `compose` and `read` may change from one render to the next, `owner` and `lane` may not */
export function useDesk({ owner, lane, compose, read }: DeskOptions): Desk {
  const { overview, opened, isMissing, texts, whenOpen, ...view } = useDelivery(owner, lane);
  const { text, draftId, isTaken, write, forget } = useDraft(opened?.store ?? null, lane);

  const latest = useRef({ compose, read });
  useEffect(() => {
    latest.current = { compose, read };
  });
  useEffect(() => opened?.delivery.attend(lane, (since) => latest.current.read(since)), [opened, lane]);

  const actions = useMemo(
    () => ({
      send(written: string, options: SendOptions = {}) {
        const what = latest.current.compose(written, options);
        forget();
        const putBack = () => write(written, 'before');
        void whenOpen().then(({ delivery, texts: { countOf } }) => {
          if (countOf(what.text) <= textLimit) void delivery.add(lane, what, draftId);
          // Sent before it could be counted as the portal counts: now the composer says that it is too long. It is
          // stored with what was typed before delivery was loaded.
          else putBack();
        }, putBack);
      },
      edit(key: string) {
        const item = opened?.delivery.getLane(lane).items.find((candidate) => candidate.key === key);
        if (!opened || !item) return;
        const { delivery, store } = opened;
        // A draft of its own until it stands in the composer: what is typed meanwhile is stored as ever.
        const taken = { draftId: newKey(), text: item.text };
        void delivery.remove(lane, key, taken).then((isTaken) => {
          if (!isTaken) return;
          void store.saveDraft(lane, write(item.text, 'before'));
          void store.saveDraft(lane, { ...taken, text: '' });
        });
      },
      checkAgain: (key: string) => void opened?.delivery.checkAgain(lane, key),
      sendAgain: (key: string) => void opened?.delivery.sendAgain(lane, key),
      remove: (key: string) => void opened?.delivery.remove(lane, key),
      add: (other: string, what: What) => void whenOpen().then(({ delivery }) => delivery.add(other, what)),
      checkIn: (other: string, key: string) => void opened?.delivery.checkAgain(other, key),
      sendIn: (other: string, key: string) => void opened?.delivery.sendAgain(other, key),
      removeIn: (other: string, key: string) => void opened?.delivery.remove(other, key),
      settle: (traces: readonly Trace[], began: number) => opened?.delivery.settle(lane, traces, began),
    }),
    [opened, whenOpen, lane, draftId, forget, write],
  );
  // A draft is the first to find out, and delivery does not hear of it.
  const [isKept, setKept] = useState(true);
  const setDraft = useCallback(
    (next: string) => {
      const draft = write(next);
      if (opened && isTaken.current) {
        void opened.store.saveDraft(lane, draft).then(() => setKept(opened.store.isLasting()));
      }
    },
    [opened, lane, isTaken, write],
  );

  const { isDown, unsent } = overview;
  const isLasting = overview.isLasting && isKept;
  const elsewhere = unsent.filter((other) => other.lane !== lane && other.item.kind !== 'taskResult').length;
  return {
    ...view,
    ...texts,
    ...actions,
    draft: text,
    setDraft,
    isLasting,
    isDown,
    isMissing,
    unsent,
    elsewhere,
  };
}
