/** The actions of one message, in the order in which they are offered. */
import type { Translator } from '../../i18n/translator.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { editWindow } from '../../portal/methods/messages.ts';
import {
  CopyIcon,
  HeartFilledIcon,
  HeartIcon,
  PencilIcon,
  ReplyIcon,
  SelectIcon,
  TrashIcon,
} from '../../ui/Icon/icons.tsx';
import type { MessageAction } from '../messageAction.ts';
import type { Liking } from './liking.ts';
import type { Notes } from './notes.ts';

type ActionId = 'reply' | 'like' | 'copy' | 'edit' | 'delete' | 'choose';

interface BuiltInOptions {
  message: Message;
  isOwn: boolean;
  /** of the chat, as far as is known */
  isMember: boolean;
  /** what is not there is not offered */
  does: Readonly<Record<ActionId, ((message: Message) => void) | undefined>>;
  t: Translator['t'];
  liking: Liking;
  notes: Notes;
}

export function builtInActions(options: BuiltInOptions): MessageAction[] {
  const { message, isOwn, isMember, does, t, liking, notes } = options;
  const { id } = message;
  const isLiked = liking.isLiked(message);
  const likeNote = notes.of(id, 'like');
  const hasText = message.text.trim() !== '';
  const isYoung = Date.now() - Date.parse(message.date) < editWindow;
  const all: Array<Omit<MessageAction, 'run'> & { id: ActionId; isOffered: boolean }> = [
    {
      id: 'reply',
      label: t('actions.reply'),
      icon: <ReplyIcon />,
      shortcut: 'r',
      place: 'bar',
      isOffered: isMember,
    },
    {
      id: 'like',
      label: t('actions.like'),
      icon: isLiked ? <HeartFilledIcon /> : <HeartIcon />,
      shortcut: 'l',
      place: 'bar',
      // With what came of the last try, for as long as that is said.
      isOffered: isMember || likeNote !== undefined,
      isPressed: isLiked,
      note: likeNote,
      subscribe: (onChange) => both(liking.subscribe(id, onChange), notes.subscribe(id, onChange)),
    },
    {
      id: 'copy',
      label: t('actions.copy'),
      icon: <CopyIcon />,
      shortcut: 'c',
      place: 'menu',
      isOffered: hasText,
      note: notes.of(id, 'copy'),
      subscribe: (onChange) => notes.subscribe(id, onChange),
    },
    {
      id: 'edit',
      label: t('actions.edit'),
      icon: <PencilIcon />,
      shortcut: 'e',
      place: 'menu',
      isOffered: isOwn && hasText && isYoung,
    },
    {
      id: 'choose',
      label: t('actions.chooseSeveral'),
      icon: <SelectIcon />,
      shortcut: 'x',
      place: 'menu',
      isOffered: true,
    },
    {
      id: 'delete',
      label: t('actions.delete'),
      icon: <TrashIcon />,
      shortcut: 'Delete',
      place: 'menu',
      tone: 'danger',
      isOffered: isOwn,
    },
  ];
  return all.flatMap(({ isOffered, ...action }) => {
    const act = does[action.id];
    if (!isOffered || !act) return [];
    const run = () => {
      // The next try: what was said of the last one is over.
      notes.forget(id);
      act(message);
    };
    return [{ ...action, run }];
  });
}

function both(one: () => void, other: () => void): () => void {
  return () => {
    one();
    other();
  };
}
