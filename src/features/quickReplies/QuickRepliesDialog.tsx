/** The window that shows and changes quick replies: one's own and the shared ones. Loaded with its first use. */
import { useEffect, useId, useRef } from 'react';
import { newKey } from '../../delivery/item.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Rest } from '../../portal/rest.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { type Edit, editOf, newEdit } from './edit.ts';
import styles from './quickReplies.module.css';
import { ReplyEditor } from './ReplyEditor.tsx';
import { ReplyListView } from './ReplyListView.tsx';
import { ReplyTabs } from './ReplyTabs.tsx';
import type { Whose } from './saveReply.ts';
import type { ReplyLists } from './useReplyLists.ts';
import { useSaving } from './useSaving.ts';
import type { VariableValues } from './variables.ts';

interface QuickRepliesDialogProps {
  lists: ReplyLists;
  rest: Rest;
  portalOrigin: string;
  userId: number;
  /** may change the shared ones */
  isAdmin: boolean;
  variables: VariableValues;
  whose: Whose;
  onWhose: (whose: Whose) => void;
  /** what is being written; null: the lists are shown */
  edit: Edit | null;
  onEdit: (edit: Edit | null) => void;
  onClose: () => void;
}

export function QuickRepliesDialog(props: QuickRepliesDialogProps) {
  const { lists, rest, isAdmin, variables, whose, onWhose, edit, onEdit, onClose } = props;
  const { t } = useTranslation();
  const formId = useId();
  const panelId = useId();
  const saving = useSaving(rest, lists);
  const mayChange = whose === 'mine' || isAdmin;

  // Back in the list the focus is where the person came from.
  const panel = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const leftId = useRef<string | null>(null);
  const isWriting = edit !== null;
  useEffect(() => {
    if (isWriting || leftId.current === null) return;
    const row = panel.current?.querySelector<HTMLElement>(
      `[data-reply="${CSS.escape(leftId.current)}"] button`,
    );
    (row ?? addButton.current)?.focus();
    leftId.current = null;
  }, [isWriting]);
  const leave = (left: Edit) => {
    leftId.current = left.reply.id;
    onWhose(left.whose);
    saving.reset();
    onEdit(null);
  };

  if (edit) {
    const newTitle = edit.whose === 'mine' ? t('quickReplies.newTitle') : t('quickReplies.newSharedTitle');
    return (
      <Dialog
        // The other view is another window to the reader and to the focus.
        key="edit"
        title={edit.base ? t('quickReplies.changeTitle') : newTitle}
        isOpen
        onClose={onClose}
        actions={
          <>
            <Button onClick={() => leave(edit)} aria-disabled={saving.isSaving || undefined}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" form={formId} variant="primary" busy={saving.isSaving}>
              {t('quickReplies.save')}
            </Button>
          </>
        }
      >
        <ReplyEditor
          id={formId}
          edit={edit}
          onEdit={onEdit}
          saving={saving}
          onSaved={() => leave(edit)}
          variables={variables}
          portalOrigin={props.portalOrigin}
          userId={props.userId}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      key="list"
      title={t('quickReplies.title')}
      isOpen
      onClose={onClose}
      actions={
        mayChange && (
          <Button variant="primary" ref={addButton} onClick={() => onEdit(newEdit(whose, newKey()))}>
            {t('quickReplies.new')}
          </Button>
        )
      }
    >
      <ReplyTabs panelId={panelId} whose={whose} onWhose={onWhose} />
      <div
        ref={panel}
        id={panelId}
        role="tabpanel"
        aria-label={whose === 'mine' ? t('quickReplies.mine') : t('quickReplies.shared')}
        className={styles.panel}
      >
        <ReplyListView
          key={whose}
          whose={whose}
          list={lists[whose]}
          mayChange={mayChange}
          saving={saving}
          onChange={(reply) => onEdit(editOf(whose, reply))}
          returnFocus={() => addButton.current?.focus()}
        />
      </div>
    </Dialog>
  );
}
