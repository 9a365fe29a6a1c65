/** Quick replies as a screen uses them: for the composer, for the actions of messages, and the window that changes them. */
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { QuickReplySource } from '../../conversation/composer/quickReply.ts';
import type { MessageAction } from '../../conversation/messageAction.ts';
import { useOnDemand } from '../../conversation/onDemand.ts';
import { newKey } from '../../delivery/item.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Portal } from '../../portal/connect.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { isTouched, newEdit } from './edit.ts';
import { titleLimit } from './replies.ts';
import { UndoneNotice } from './UndoneNotice.tsx';
import { useReplyActions } from './useReplyActions.tsx';
import type { ReplyStore } from './useReplyStore.ts';
import { fillVariables, unfilledIn, type VariableValues } from './variables.ts';

interface QuickRepliesOptions {
  portal: Portal;
  /** of the screen: it outlasts the chat */
  store: ReplyStore;
  userId: number;
  /** may change the shared ones */
  isAdmin: boolean;
  /** by name without braces, `client.name`; what is not known yet is left out. The same map while nothing changes */
  variables: VariableValues;
  /** of the open line; null: no message can be saved in the portal's own quick replies */
  chatId: number | null;
  /** of that chat */
  isMember: boolean;
}

interface QuickReplies {
  /** for `ComposerProps.quickReplies` */
  source: QuickReplySource;
  /** to save it as a quick reply, here or in the portal; stable */
  actionsOf: (message: Message) => MessageAction[];
  /** of replies that were saved and are gone; null: nothing to be said */
  notice: ReactNode;
  /** to be rendered once */
  dialog: ReactNode;
}

const loadDialog = () => import('./QuickRepliesDialog.tsx');

/** Nothing is asked of the portal before somebody opens a list. */
export function useQuickReplies(options: QuickRepliesOptions): QuickReplies {
  const { portal, store, userId, isAdmin, variables, chatId, isMember } = options;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const part = useOnDemand(loadDialog, isOpen);
  const { want, enqueue, edit, discard, undone } = store;

  const open = useCallback(() => {
    want();
    setOpen(true);
  }, [want]);
  const saveAsOwn = useCallback(
    (text: string) => {
      const title = Array.from(text.replace(/\s+/g, ' ').trim())
        .slice(0, titleLimit / 2)
        .join('')
        .trim();
      enqueue(newEdit('mine', newKey(), { title, text }));
      open();
    },
    [open, enqueue],
  );
  const actionsOf = useReplyActions({
    rest: portal.rest,
    chatId: isMember ? chatId : null,
    saveAsOwn,
  });

  const { mine, shared } = store.lists;
  const source = useMemo((): QuickReplySource => {
    const both = [mine, shared];
    return {
      replies: [
        ...mine.replies.map((reply) => ({ ...reply, id: `mine-${reply.id}`, isShared: false })),
        ...shared.replies.map((reply) => ({ ...reply, id: `shared-${reply.id}`, isShared: true })),
      ],
      state: both.some(({ status }) => status === 'loading')
        ? 'loading'
        : both.some(({ error }) => error !== null)
          ? 'failed'
          : 'ready',
      onOpen() {
        want();
        // Both are read at once.
        if (both.some(({ isOld }) => isOld())) mine.reload();
      },
      fill: (text) => fillVariables(text, variables),
      unfilledIn: (text) => unfilledIn(text, variables),
      onManage: open,
    };
  }, [mine, shared, variables, open, want]);

  const close = () => {
    setOpen(false);
    if (!edit || isTouched(edit)) return;
    store.saving.reset();
    discard();
  };
  const dialog =
    isOpen &&
    part &&
    (part === 'failed' ? (
      <Dialog title={t('quickReplies.title')} size="small" isOpen onClose={close}>
        {t('composer.notLoaded')}
      </Dialog>
    ) : (
      <part.QuickRepliesDialog
        store={store}
        portalOrigin={portal.origin}
        userId={userId}
        isAdmin={isAdmin}
        variables={variables}
        onClose={close}
      />
    ));
  const notice = !dialog && undone.undone ? <UndoneNotice undone={undone} /> : null;
  return { source, actionsOf, notice, dialog };
}
