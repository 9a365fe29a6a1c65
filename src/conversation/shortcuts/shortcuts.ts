/** All keys of the screen with what they do, for the list that `?` opens. What does them stands elsewhere: keep it true. */
import type { Key } from '../../i18n/catalogue.ts';
import { shortcutOf, writeKey } from '../composer/shortcuts.ts';

export interface Shortcut {
  /** any of them does it; `Ctrl+Shift+X` is three keys at once */
  keys: readonly string[];
  name: Key;
}

interface ShortcutGroup {
  title: Key;
  shortcuts: readonly Shortcut[];
}

export interface ShortcutsOffered {
  /** they are on the screen */
  hasMessages: boolean;
  /** of the chat, as far as is known: others answer and like nothing */
  isMember: boolean;
  /** messages can be made results, and be sent as such */
  hasResults: boolean;
  /** messages can be searched */
  hasSearch: boolean;
  /** messages can be answered by members, and one's own be changed and taken back */
  canChange: boolean;
  /** people can be mentioned */
  hasMentions: boolean;
  /** the field knows quick replies */
  hasQuickReplies: boolean;
  /** what else a key does to a message, on the screen it is on */
  onMessages?: readonly Shortcut[] | undefined;
}

/** `actions/builtInActions.tsx`, `actions/useRowKeys.ts`, `keyboard/useListKeys.ts`. */
function inMessages(offered: ShortcutsOffered): Shortcut[] {
  const { hasMessages, hasResults, isMember, canChange, onMessages = [] } = offered;
  if (!hasMessages) return [];
  return [
    { keys: ['↑', '↓'], name: 'actions.keyNext' },
    { keys: ['PageUp', 'PageDown'], name: 'actions.keyPage' },
    { keys: ['Home', 'End'], name: 'actions.keyEnds' },
    { keys: ['Enter', 'Shift+F10'], name: 'actions.keyMenu' },
    { keys: ['Tab'], name: 'actions.keyBar' },
    ...(hasResults ? [{ keys: ['M'], name: 'actions.keyMakeResult' as const }] : []),
    ...onMessages,
    ...(isMember && canChange ? [{ keys: ['R'], name: 'actions.reply' as const }] : []),
    ...(isMember ? [{ keys: ['L'], name: 'actions.like' as const }] : []),
    { keys: ['C'], name: 'actions.copy' },
    ...(canChange
      ? [
          { keys: ['E'], name: 'actions.edit' as const },
          { keys: ['Delete'], name: 'actions.delete' as const },
        ]
      : []),
    ...(hasResults
      ? [
          { keys: ['X'], name: 'actions.chooseSeveral' as const },
          { keys: ['Space'], name: 'actions.keyToggle' as const },
        ]
      : []),
    { keys: ['Esc'], name: 'actions.keyLeave' },
  ];
}

/** `composer/sendKey.ts`, `composer/shortcuts.ts`, `composer/useSlash.tsx`, `composer/Composer.tsx`. */
function inComposer(offered: ShortcutsOffered): Shortcut[] {
  const { hasResults, canChange, hasMentions, hasQuickReplies } = offered;
  return [
    { keys: ['Enter', writeKey('Enter')], name: 'conversation.send' },
    { keys: ['Shift+Enter'], name: 'actions.keyLine' },
    ...(hasResults ? [{ keys: [writeKey('Shift+Enter')], name: 'composer.sendAsResult' as const }] : []),
    { keys: [shortcutOf('bold')], name: 'composer.bold' },
    { keys: [shortcutOf('italic')], name: 'composer.italic' },
    { keys: [shortcutOf('underline')], name: 'composer.underline' },
    { keys: [shortcutOf('strike')], name: 'composer.strike' },
    { keys: [shortcutOf('link')], name: 'composer.link' },
    { keys: [shortcutOf('quote')], name: 'composer.quote' },
    { keys: [shortcutOf('code')], name: 'composer.code' },
    ...(hasMentions ? [{ keys: ['@'], name: 'composer.mention' as const }] : []),
    ...(hasQuickReplies ? [{ keys: ['/'], name: 'quickReplies.title' as const }] : []),
    ...(canChange
      ? [
          { keys: ['↑'], name: 'actions.keyEditLast' as const },
          { keys: ['Esc'], name: 'actions.keyCancel' as const },
        ]
      : []),
  ];
}

/** `useShortcuts.tsx`. */
function everywhere({ hasSearch }: ShortcutsOffered): Shortcut[] {
  return [
    ...(hasSearch
      ? [
          { keys: ['/'], name: 'actions.keySearch' as const },
          { keys: ['F3', 'Shift+F3'], name: 'actions.keyHits' as const },
        ]
      : []),
    { keys: ['?'], name: 'actions.keyHelp' },
  ];
}

/** @param hasSingleKeys characters alone do something; in the field they are typed anyway */
export function shortcutGroups(offered: ShortcutsOffered, hasSingleKeys: boolean): ShortcutGroup[] {
  const counting = (shortcuts: Shortcut[]) =>
    hasSingleKeys ? shortcuts : shortcuts.filter(({ keys }) => !keys.every(isCharacter));
  const groups: ShortcutGroup[] = [
    { title: 'actions.shortcutsMessages', shortcuts: counting(inMessages(offered)) },
    { title: 'actions.shortcutsComposer', shortcuts: inComposer(offered) },
    { title: 'actions.shortcutsEverywhere', shortcuts: counting(everywhere(offered)) },
  ];
  return groups.filter(({ shortcuts }) => shortcuts.length > 0);
}

/** Not so the arrows, whose signs stand for keys with names. */
function isCharacter(key: string): boolean {
  return /^[A-Z/?]$/.test(key);
}
