/** The window that shows and changes quick replies: one's own and the shared ones. Loaded with its first use. */
import { useEffect, useId, useRef } from 'react';
import { newKey } from '../../delivery/item.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { type Edit, editOf, newEdit } from './edit.ts';
import styles from './quickReplies.module.css';
import { ReplyEditor } from './ReplyEditor.tsx';
import { ReplyListView } from './ReplyListView.tsx';
import { ReplyTabs } from './ReplyTabs.tsx';
import { UndoneNotice } from './UndoneNotice.tsx';
import type { ReplyStore } from './useReplyStore.ts';
import type { VariableValues } from './variables.ts';

interface QuickRepliesDialogProps {
  store: ReplyStore;
  portalOrigin: string;
  userId: number;
  /** may change the shared ones */
  isAdmin: boolean;
  variables: VariableValues;
  onClose: () => void;
}

export function QuickRepliesDialog({ store, isAdmin, variables, ...props }: QuickRepliesDialogProps) {
  const { lists, whose, setWhose, edit, setEdit, saving, undone } = store;
  const { t } = useTranslation();
  const formId = useId();
  const panelId = useId();
  const mayChange = whose === 'mine' || isAdmin;
  // What is on its way is seen to its end.
  const onClose = () => {
    if (!saving.isSaving) props.onClose();
  };

  // Back in the list the focus is where the person came from.
  const panel = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const writtenId = useRef<string | null>(null);
  const editId = edit?.reply.id ?? null;
  useEffect(() => {
    const leftId = writtenId.current;
    writtenId.current = editId;
    if (editId !== null || leftId === null) return;
    const row = panel.current?.querySelector<HTMLElement>(`[data-reply="${CSS.escape(leftId)}"] button`);
    (row ?? addButton.current)?.focus();
  }, [editId]);
  const begin = (next: Edit) => {
    saving.reset();
    setEdit(next);
  };
  const discard = () => {
    if (saving.isSaving) return;
    saving.reset();
    store.discard();
  };

  if (edit) {
    const newTitle = edit.whose === 'mine' ? t('quickReplies.newTitle') : t('quickReplies.newSharedTitle');
    return (
      <Dialog
        // Another view is another window to the reader and to the focus.
        key={edit.reply.id}
        title={edit.base ? t('quickReplies.changeTitle') : newTitle}
        isOpen
        onClose={onClose}
        actions={
          <>
            <Button onClick={discard} aria-disabled={saving.isSaving || undefined}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" form={formId} variant="primary" busy={saving.isSaving}>
              {t('quickReplies.save')}
            </Button>
          </>
        }
      >
        <UndoneNotice undone={undone} />
        <ReplyEditor
          id={formId}
          edit={edit}
          onEdit={setEdit}
          onDiscard={discard}
          waiting={store.waiting}
          saving={saving}
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
          <Button variant="primary" ref={addButton} onClick={() => begin(newEdit(whose, newKey()))}>
            {t('quickReplies.new')}
          </Button>
        )
      }
    >
      <UndoneNotice undone={undone} />
      <ReplyTabs panelId={panelId} whose={whose} onWhose={setWhose} />
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
          onChange={(reply) => begin(editOf(whose, reply))}
          returnFocus={() => addButton.current?.focus()}
        />
      </div>
    </Dialog>
  );
}
