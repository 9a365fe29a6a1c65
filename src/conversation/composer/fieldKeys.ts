/** The keys of the field, in the order in which they are asked for. */
import { sendKeyOf } from './sendKey.ts';
import { type Tool, toolOfKey } from './shortcuts.ts';

interface Takers {
  /** the list of people or of quick replies, when one is open; true when it took the key */
  list: (key: KeyboardEvent) => boolean;
  enterSends: boolean;
  send: (asResult: boolean) => void;
  /** Escape; undefined: there is nothing to cancel */
  cancel: (() => void) | undefined;
  /** ArrowUp; undefined where it moves the caret */
  editLast: (() => void) | undefined;
  /** Backspace and Delete, before the browser gets them */
  chooseMention: (key: string) => void;
  format: (tool: Tool) => void;
}

/** Does what a key asks for. True when it was ours; no key of an input method may come here. */
export function takeFieldKey(key: KeyboardEvent, takers: Takers): boolean {
  if (takers.list(key)) return true;
  const sending = sendKeyOf(key, takers.enterSends);
  if (sending) {
    // A key held down would go on sending, or complain of an empty field.
    if (!key.repeat) takers.send(sending === 'result');
    return true;
  }
  if (key.ctrlKey || key.metaKey || key.shiftKey || key.altKey) {
    const tool = toolOfKey(key);
    if (tool) takers.format(tool);
    return tool !== null;
  }
  takers.chooseMention(key.key);
  const act = { Escape: takers.cancel, ArrowUp: takers.editLast }[key.key];
  act?.();
  return act !== undefined;
}
