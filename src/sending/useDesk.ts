/** Everything a screen needs to write to one dialog: the draft, what is on its way, and what can be done about it. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Item } from '../delivery/item.ts';
import type { LaneView } from '../delivery/lanes.ts';
import type { Read, Trace } from '../delivery/policy.ts';
import type { DeliveryOwner } from './openDelivery.ts';
import { useDelivery } from './useDelivery.ts';
import { useDraft } from './useDraft.ts';

export interface DeskOptions {
  owner: DeliveryOwner;
  /** `chat58`: one dialog is one lane */
  lane: string;
  /** what a written text becomes */
  compose: (text: string) => Pick<Item, 'kind' | 'text' | 'target'>;
  /** reads the dialog as the screen shows it */
  read: Read;
}

export interface Desk extends LaneView {
  draft: string;
  setDraft: (text: string) => void;
  /** Takes the draft out of the composer and on its way. */
  send: (text: string) => void;
  /** Puts the text of an open item back into the composer, before whatever stands there. */
  edit: (key: string) => void;
  checkAgain: (key: string) => void;
  sendAgain: (key: string) => void;
  remove: (key: string) => void;
  /** What the screen has read, and when the reading began (ms since 1970). */
  settle: (traces: readonly Trace[], began: number) => void;
  /** false: the browser refuses storage, so a reload loses what is not sent */
  isLasting: boolean;
  /** the portal does not answer, or there is no network: what is written waits */
  isDown: boolean;
  /** everything in all dialogs that is not sent */
  unsent: ReadonlyArray<{ lane: string; item: Item }>;
  /** how many of them are of other dialogs */
  elsewhere: number;
}

/** @param options `compose` and `read` may change from one render to the next, `owner` and `lane` may not */
export function useDesk({ owner, lane, compose, read }: DeskOptions): Desk {
  const { overview, opened, whenOpen, ...view } = useDelivery(owner, lane);
  const { text, draftId, write, forget } = useDraft(opened?.store ?? null, lane);

  const latest = useRef({ compose, read });
  useEffect(() => {
    latest.current = { compose, read };
  });
  useEffect(() => opened?.delivery.attend(lane, (since) => latest.current.read(since)), [opened, lane]);

  const actions = useMemo(
    () => ({
      send(written: string) {
        const what = latest.current.compose(written);
        forget();
        void whenOpen().then(({ delivery }) => delivery.add(lane, what, draftId));
      },
      edit(key: string) {
        const item = opened?.delivery.getLane(lane).items.find((candidate) => candidate.key === key);
        if (item) void opened?.delivery.remove(lane, key, write(item.text, 'before'));
      },
      checkAgain: (key: string) => void opened?.delivery.checkAgain(lane, key),
      sendAgain: (key: string) => void opened?.delivery.sendAgain(lane, key),
      remove: (key: string) => void opened?.delivery.remove(lane, key),
      settle: (traces: readonly Trace[], began: number) => opened?.delivery.settle(lane, traces, began),
    }),
    [opened, whenOpen, lane, draftId, forget, write],
  );
  const setDraft = useCallback(
    (next: string) => {
      const draft = write(next);
      void opened?.store.saveDraft(lane, draft);
    },
    [opened, lane, write],
  );

  const { isLasting, isDown, unsent } = overview;
  const elsewhere = unsent.filter((other) => other.lane !== lane).length;
  return { ...view, ...actions, draft: text, setDraft, isLasting, isDown, unsent, elsewhere };
}
