/** Puts text on the clipboard, also where the frame may not use the clipboard's own interface. */

/**
 * To be called while a press is being handled. The portal gives its frames no clipboard permission (PB 5.1), and over
 * plain http there is no such interface; then the browser's old command does it.
 * @returns false: neither way is open
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  // In sight, or the page would scroll there; unseen, and not named.
  field.style.cssText = 'position: fixed; inset: 0 auto auto 0; opacity: 0; pointer-events: none';
  field.setAttribute('aria-hidden', 'true');
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
