/** What stands in a frame in English although its person reads Russian, apart from what the portal holds. */
import type { Frame } from 'playwright';
import type { World } from '../../portal/world/types.ts';

/** Names of products, keys, variables and addresses are the same in Russian. */
const sameEverywhere =
  /Bitrix24|Chat Desk|WhatsApp by Twilio|Telegram|Live Chat|Enter|Shift|Ctrl|Esc|Tab|\{[a-z.]+\}|https?:\S+/gi;

export async function englishIn(frame: Frame, world: World): Promise<string[]> {
  const held = heldBy(world);
  const texts = await frame.evaluate(() => {
    const shown: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isCode = node.parentElement?.closest('script, style') !== null;
      if (!isCode) shown.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
        shown.push(element.getAttribute(name) ?? '');
    }
    return shown;
  });
  const ours = texts.map((text) => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words.length > 1 && held.some((known) => known.includes(words))) return '';
    return held.reduce((rest, known) => rest.replaceAll(known, ''), words).replace(sameEverywhere, '');
  });
  // Initials, and what kind of file it is, have no small letters.
  return [...new Set(ours.filter((text) => /[a-z]{2,}/.test(text)))];
}

/** Attachments carry words as well. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Names, titles and texts; the longest first, so that none takes a part of another. */
function heldBy({ users, crm, tasks, messages, files, lines }: World): string[] {
  const texts = [
    ...[...users.values()].flatMap(({ firstName, lastName }) => [
      `${firstName} ${lastName}`,
      firstName,
      lastName,
    ]),
    ...crm.map(({ title }) => title),
    ...[...tasks.values()].map(({ title }) => title),
    ...[...messages.values()].flat().flatMap(({ text, params }) => textsIn([text, params['ATTACH']])),
    ...[...files.values()].map(({ name }) => name),
    ...lines.map(({ name }) => name),
  ];
  return texts
    .map((text) =>
      text
        .replace(/\[[^\]]*\]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text.length > 1)
    .sort((one, other) => other.length - one.length);
}
