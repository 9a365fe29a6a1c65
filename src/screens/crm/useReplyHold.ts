/** Why no reply is possible in a client's chat just now, before the portal refuses it, and what helps. */
import type { Line } from '../../features/line/useLine.ts';
import { isOffered, type SessionAction } from '../../features/session/offers.ts';
import type { Session } from '../../features/session/useSession.ts';
import { useTranslation } from '../../i18n/context.tsx';

interface ReplyHoldOptions {
  line: Pick<Line, 'isActive' | 'isMember'>;
  session: Pick<Session, 'situation' | 'offers' | 'nameOf'>;
  /** it would be sent in somebody else's name */
  isOther: boolean;
}

/** Other words than the bar's own buttons have: two buttons of one name cannot be told apart by ear. */
const helpLabels = {
  answer: 'crm.helpAnswer',
  join: 'crm.helpJoin',
  start: 'crm.helpStart',
  finish: 'crm.helpFinish',
  takeOver: 'crm.helpTakeOver',
} as const satisfies Partial<Record<SessionAction, string>>;

export interface ReplyHold {
  words: string;
  /** what this person can do about it here; null: nothing that is known of */
  help: { action: SessionAction; label: string } | null;
}

/** What is not known speaks against nothing: the portal's own answer decides then. */
export function useReplyHold({ line, session, isOther }: ReplyHoldOptions): ReplyHold | null {
  const { t } = useTranslation();
  const { isActive, isMember } = line;
  const { situation, offers, nameOf } = session;
  const name = situation.ownerId === null ? t('session.colleague') : nameOf(situation.ownerId);
  const held = (words: string, action: keyof typeof helpLabels): ReplyHold => {
    const help = isOffered(offers, action) ? { action, label: t(helpLabels[action], { name }) } : null;
    return { words, help };
  };
  if (isActive) {
    if (isMember !== false || isOther) return null;
    return held(isOffered(offers, 'join') ? t('crm.holdOutside') : t('crm.holdMayNotJoin'), 'join');
  }
  const { standing, isEnding } = situation;
  switch (standing) {
    case 'closed':
      return held(t('crm.holdClosed'), 'start');
    case 'nobody':
      return held(t('crm.holdNobody'), 'answer');
    case 'bot':
      return held(t('crm.holdBot'), 'answer');
    case 'own':
      return held(isEnding ? t('crm.holdOwnEnding') : t('crm.holdOwn'), 'finish');
    case 'colleagues':
      return held(
        isEnding ? t('crm.holdColleaguesEnding', { name }) : t('crm.holdColleagues', { name }),
        'takeOver',
      );
    case 'unknown':
      return held(t('crm.holdInactive'), 'answer');
    default:
      return standing satisfies never;
  }
}
