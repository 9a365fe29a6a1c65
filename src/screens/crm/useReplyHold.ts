/** Why no reply is possible in a client's chat just now, before the portal refuses it, and what helps. */
import type { Hold } from '../../conversation/composer/composerProps.ts';
import type { Line } from '../../features/line/useLine.ts';
import { useTranslation } from '../../i18n/context.tsx';

interface ReplyHoldOptions {
  line: Pick<Line, 'dialog' | 'isActive' | 'isMember'>;
  /** it would be sent in somebody else's name */
  isOther: boolean;
}

/** What is not known speaks against nothing: the portal's own answer decides then. */
export function useReplyHold({ line, isOther }: ReplyHoldOptions): Hold | null {
  const { t } = useTranslation();
  const { dialog, isActive, isMember } = line;
  if (!isActive) {
    if (!dialog) return { words: t('crm.holdInactive') };
    if (dialog.sessionId === null) return { words: t('crm.holdClosed') };
    if (dialog.ownerId === null) return { words: t('crm.holdNobody') };
    // An owner and no replies: it waits for its client, or only a bot has answered.
    return { words: dialog.isWaiting ? t('crm.holdWaiting') : t('crm.holdInactive') };
  }
  return isMember === false && !isOther ? { words: t('crm.holdOutside') } : null;
}
