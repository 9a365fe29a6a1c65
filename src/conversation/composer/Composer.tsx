/** Where a message is written: one quiet card that grows with the text, its tools, and the buttons that send it. */
import { useId, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { ChosenFiles } from './ChosenFiles.tsx';
import styles from './Composer.module.css';
import { ComposerContextBar } from './ComposerContextBar.tsx';
import { ComposerCounter } from './ComposerCounter.tsx';
import { ComposerField } from './ComposerField.tsx';
import { ComposerFoot } from './ComposerFoot.tsx';
import type { ComposerProps } from './composerProps.ts';
import { ComposerTools } from './ComposerTools.tsx';
import { ComposerTroubles } from './ComposerTroubles.tsx';
import { FilePicker } from './FilePicker.tsx';
import { ResultWish } from './ResultWish.tsx';
import { useComposer } from './useComposer.ts';
import { useRoom } from './useRoom.ts';

export type { ComposerProps } from './composerProps.ts';

/** Send is never `disabled`: pressed in vain it says what is missing, and the text stays where it is. */
export function Composer(props: ComposerProps) {
  const { limit, notice, context, problem, preview } = props;
  const { t } = useTranslation();
  const id = useId();
  const [hintId, counterId, problemId] = [`${id}hint`, `${id}counter`, `${id}problem`];
  const composer = useComposer(props);
  const { value, isEditing, isSaving, attachments, field, card, enterSends } = composer;
  const { files, slash, mention, panels, sending } = composer;
  const { excess, isTold } = sending;
  const chooser = useRef<HTMLInputElement>(null);
  const [isPreviewed, setPreviewed] = useState(false);
  const room = useRoom(card);

  return (
    <form className={styles.composer} noValidate onSubmit={composer.onSubmit}>
      {notice !== undefined && <div className={styles.notice}>{notice}</div>}
      <div ref={card} className={styles.card} data-over={excess > 0 || undefined}>
        {context && <ComposerContextBar {...context} isSaving={isSaving} />}
        {composer.resultWish && (
          <ResultWish isPossible={composer.isResult} onCancel={composer.cancelResult} />
        )}
        <ComposerField
          textarea={composer.fieldRef}
          field={field}
          describedBy={`${problemId} ${counterId} ${hintId}`}
          isTooLong={excess > 0}
          isReadOnly={isSaving}
          list={mention.list ?? slash.list}
          {...composer.fieldEvents}
        />
        {isPreviewed && preview && value.trim() !== '' && (
          // It may scroll, and keys scroll what has the focus.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
          <section className={styles.preview} aria-label={t('composer.preview')} tabIndex={0}>
            {preview(value)}
          </section>
        )}
        {attachments && files.chosen.length > 0 && (
          <ChosenFiles
            files={files.chosen}
            isTold={isTold}
            formatSize={attachments.formatSize}
            onRemove={composer.removeFile}
          />
        )}
        <div className={styles.tools}>
          <ComposerTools
            room={room}
            panel={panels.panel}
            isPreviewed={isPreviewed}
            enterSends={enterSends}
            onFormat={panels.format}
            onMention={props.mentions && mention.begin}
            onQuickReply={props.quickReplies && !isEditing ? slash.begin : undefined}
            onAttach={attachments && (() => chooser.current?.click())}
            onEmoji={panels.openEmoji}
            onPreview={preview && (() => setPreviewed(!isPreviewed))}
            onShowShortcuts={props.onShowShortcuts}
            onToggleEnter={composer.toggleEnter}
          />
          <ComposerCounter id={counterId} count={sending.count} limit={limit} {...props.counter} />
        </div>
        {attachments && (
          <FilePicker input={chooser} count={files.chosen.length} onChoose={composer.addFiles} />
        )}
        {mention.shown}
        {slash.shown}
        {panels.shown}
      </div>
      <ComposerFoot
        problemId={problemId}
        hintId={hintId}
        isEditing={isEditing}
        isSaving={isSaving}
        isBlocked={sending.obstacle !== null || sending.hold !== null}
        enterSends={enterSends}
        beside={!isEditing && props.beside}
        isResult={composer.isResult}
        onSendAsResult={
          composer.isResultOffered && !composer.isResult ? () => composer.press(true) : undefined
        }
      >
        <ComposerTroubles composer={composer} problemId={problemId} problem={problem} />
      </ComposerFoot>
    </form>
  );
}
