/** What it means for the composer in whose name one writes: files go in one's own, and a name is never changed unsaid. */
import type { ComposerProps } from '../../conversation/composer/composerProps.ts';
import { joinHolds } from '../../conversation/composer/holds.tsx';
import type { ReplyAuthors } from '../../features/session/useReplyAs.ts';
import { useTranslation } from '../../i18n/context.tsx';

interface WriterOptions extends Required<Pick<ComposerProps, 'onSend' | 'holdOf'>> {
  authors: Pick<ReplyAuthors, 'isOther' | 'gone' | 'choose'>;
  currentUser: { id: number };
  /** chosen and not sent */
  fileCount: number;
}

type Writer = Pick<ComposerProps, 'onSend' | 'holdOf' | 'attachments'>;

/** @returns without `attachments` where files go as ever */
export function useWriter({ authors, currentUser, fileCount, onSend, holdOf }: WriterOptions): Writer {
  const { t, formatSize } = useTranslation();
  const { isOther, gone, choose } = authors;
  // The method that uploads a file knows nobody but the person who is signed in.
  const refusal = () => t('session.filesInOwnName');
  return {
    ...(isOther && { attachments: fileCount > 0 ? { refusal, formatSize } : undefined }),
    holdOf: (typed) => {
      const other = holdOf?.(typed) ?? null;
      if (!gone) return other;
      const name = gone.name.trim() || t('common.unknownPerson');
      return joinHolds({ words: t('session.replyAsGone', { name }), anyway: t('session.replyAsOwn') }, other);
    },
    onSend(text, how) {
      // They have agreed to their own name.
      if (gone) choose(currentUser.id);
      return onSend(text, how);
    },
  };
}
