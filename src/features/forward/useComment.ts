/** What somebody writes about a message that goes into a task. */
import { useMemo } from 'react';
import type { OpenDelivery } from '../../sending/openDelivery.ts';
import { useDraft } from '../../sending/useDraft.ts';
import type { Forwarding } from './forwarding.ts';

/** Kept as a draft for this message, over reloads, until it is on its way. */
export function useComment({ portal, user, message }: Forwarding, { store }: OpenDelivery) {
  const userId = user.id;
  const { memberId } = portal;
  const owner = useMemo(() => ({ memberId, userId }), [memberId, userId]);
  const { draft, change } = useDraft({ owner, lane: `forward${message.id}`, store });
  return {
    text: draft.text,
    change: (text: string) => void change({ text }),
    forget: () => void change({ text: '' }),
  };
}
