/** The tools inside the card, as buttons; what there is no room for stands in the menu "More tools". */
import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import {
  AtIcon,
  BoldIcon,
  CodeIcon,
  EyeIcon,
  ItalicIcon,
  KeyboardIcon,
  LightningIcon,
  LinkChainIcon,
  MoreIcon,
  PaperclipIcon,
  QuoteIcon,
  SmileIcon,
  StrikeIcon,
  UnderlineIcon,
} from '../../ui/Icon/icons.tsx';
import { IconButton } from '../../ui/IconButton/IconButton.tsx';
import { Menu } from '../../ui/Menu/Menu.tsx';
import { shortcutOf, type Tool, writeKey } from './shortcuts.ts';
import { Toolbar } from './Toolbar.tsx';
import type { Room } from './useRoom.ts';

interface ComposerToolsProps {
  room: Room;
  onFormat: (tool: Tool) => void;
  /** these are offered only where they are given */
  onMention: (() => void) | undefined;
  onQuickReply: (() => void) | undefined;
  onAttach: (() => void) | undefined;
  onPreview: (() => void) | undefined;
  onShowShortcuts: (() => void) | undefined;
  onEmoji: () => void;
  isPreviewed: boolean;
  /** which small window is open */
  panel: 'link' | 'emoji' | null;
  enterSends: boolean;
  onToggleEnter: () => void;
}

interface Entry {
  id: string;
  label: string;
  icon: ReactNode;
  /** the least room that makes it a button of its own */
  from: Room;
  onSelect: (() => void) | undefined;
  shortcut?: string;
  isPressed?: boolean;
  /** it opens a small window */
  isExpanded?: boolean;
}

export function ComposerTools(props: ComposerToolsProps) {
  const { room, onFormat, panel, isPreviewed, enterSends, onToggleEnter } = props;
  const { t } = useTranslation();
  const format = (tool: Tool, label: string, icon: ReactNode, from: Room): Entry => {
    return { id: tool, label, icon, from, onSelect: () => onFormat(tool), shortcut: shortcutOf(tool) };
  };
  const all: Entry[] = [
    format('bold', t('composer.bold'), <BoldIcon />, 0),
    // A client is answered with a quick reply more often than with slanted words.
    format('italic', t('composer.italic'), <ItalicIcon />, props.onQuickReply ? 1 : 0),
    format('underline', t('composer.underline'), <UnderlineIcon />, 2),
    format('strike', t('composer.strike'), <StrikeIcon />, 2),
    {
      ...format('link', t('composer.link'), <LinkChainIcon />, 1),
      isExpanded: panel === 'link',
    },
    format('quote', t('composer.quote'), <QuoteIcon />, 2),
    format('code', t('composer.code'), <CodeIcon />, 2),
    { id: 'mention', label: t('composer.mention'), icon: <AtIcon />, from: 0, onSelect: props.onMention },
    {
      id: 'quickReplies',
      label: t('quickReplies.title'),
      icon: <LightningIcon />,
      from: 0,
      onSelect: props.onQuickReply,
    },
    { id: 'attach', label: t('composer.attach'), icon: <PaperclipIcon />, from: 0, onSelect: props.onAttach },
    {
      id: 'emoji',
      label: t('composer.emoji'),
      icon: <SmileIcon />,
      from: 0,
      onSelect: props.onEmoji,
      isExpanded: panel === 'emoji',
    },
    {
      id: 'preview',
      label: t('composer.preview'),
      icon: <EyeIcon />,
      from: 1,
      onSelect: props.onPreview,
      isPressed: isPreviewed,
    },
    {
      id: 'shortcuts',
      label: t('composer.shortcuts'),
      icon: <KeyboardIcon />,
      from: 2,
      onSelect: props.onShowShortcuts,
    },
  ];
  const offered = all.flatMap(({ onSelect, ...entry }) => (onSelect ? [{ ...entry, onSelect }] : []));
  return (
    <Toolbar label={t('composer.formatting')}>
      {offered
        .filter(({ from }) => from <= room)
        .map(({ id, label, icon, shortcut, isPressed, isExpanded, onSelect }) => (
          <IconButton
            key={id}
            size="small"
            label={label}
            icon={icon}
            shortcut={shortcut}
            aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control').replace('⌘', 'Meta')}
            isPressed={isPressed}
            aria-haspopup={isExpanded === undefined ? undefined : 'dialog'}
            aria-expanded={isExpanded}
            onClick={onSelect}
          />
        ))}
      <Menu
        label={t('composer.more')}
        icon={<MoreIcon />}
        size="small"
        items={[
          ...offered.filter(({ from }) => from > room),
          {
            id: 'enter',
            label: t('composer.enterMakesLine', { key: writeKey('Enter') }),
            isPressed: !enterSends,
            onSelect: onToggleEnter,
          },
        ]}
      />
    </Toolbar>
  );
}
