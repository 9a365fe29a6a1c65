/** A conversation with a client as it stands, what this person can do with it, and what came of what they did. */
import { useCallback } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import type { Rest } from '../../portal/rest.ts';
import { offersOf, type Offers } from './offers.ts';
import { situationOf, type Situation } from './situation.ts';
import { useSessionActions, type SessionActions } from './useSessionActions.ts';

export interface SessionOptions {
  rest: Rest;
  /** may not change while it is mounted: what is asked or told of one chat says nothing about the next */
  chatId: number;
  /** '' when it is not known */
  clientName: string;
  /** null: it cannot be read, or has not been read so far; then nothing is claimed that nothing else tells */
  dialog: LineDialog | null;
  /** the owner, where something else than the dialog tells it */
  toldOwnerId?: number | null | undefined;
  /** null: not known */
  isMember: boolean | null;
  /** among the chats that take replies now */
  isActive: boolean;
  /** false where the portal has said that this person may not join */
  canJoin?: boolean | undefined;
  currentUserId: number;
  isAdmin: boolean;
  /** by id: the owner's name, and who is a bot */
  people: ReadonlyMap<number, Person>;
  /** Reads the conversation again; called after each action, whatever came of it. */
  onChanged: () => Promise<void>;
}

export interface Session extends Pick<
  SessionOptions,
  'rest' | 'chatId' | 'dialog' | 'currentUserId' | 'people'
> {
  situation: Situation;
  offers: Offers;
  actions: SessionActions;
  /** a person by id */
  nameOf: (id: number) => string;
}

export function useSession(options: SessionOptions): Session {
  const { rest, chatId, dialog, isMember, isActive, canJoin, currentUserId, isAdmin, people } = options;
  const { t } = useTranslation();
  const nameOf = useCallback(
    (id: number) => people.get(id)?.name.trim() || t('session.colleague'),
    [people, t],
  );
  const situation = situationOf(dialog, {
    isActive,
    currentUserId,
    people,
    toldOwnerId: options.toldOwnerId,
  });
  const offers = offersOf(situation, { isMember, isAdmin, mayNotJoin: canJoin === false });
  const actions = useSessionActions({
    rest,
    chatId,
    clientName: options.clientName,
    currentUserId,
    ownerId: situation.ownerId,
    isFree: (ownerId) => people.get(ownerId)?.isBot === true,
    onChanged: options.onChanged,
  });
  return { rest, chatId, dialog, currentUserId, people, situation, offers, actions, nameOf };
}
