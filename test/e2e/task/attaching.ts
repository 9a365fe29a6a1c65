/** What tests of files do and look at. */
import type { FrameLocator, Page } from 'playwright';
import type { PortalState } from '../support/portalState.ts';
import type { Stage } from '../support/stage.ts';

export const uploadMethod = 'im.v2.File.upload';

/** Large enough that the system does not take all of it over from one who sends to somebody who does not read. */
export const largeSize = 15_000_000;

/** As the browser's own window for choosing takes them: paths, or bytes with a name. */
export type Chosen = string | { name: string; mimeType: string; buffer: Buffer };

export function textFile(name: string, content = name): Chosen {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(content) };
}

/** Through the button, and the browser's window that it opens. */
export async function chooseFiles(
  page: Page,
  app: FrameLocator,
  files: Chosen[],
  { label = 'Attach files', by = 'mouse' }: { label?: string; by?: 'mouse' | 'keys' } = {},
): Promise<void> {
  const opening = page.waitForEvent('filechooser');
  const button = app.getByRole('button', { name: label });
  await (by === 'mouse' ? button.click() : button.press('Enter'));
  const chooser = await opening;
  const given = files.flatMap((file) => (typeof file === 'string' ? [] : [file]));
  if (given.length > 0) await chooser.setFiles(given);
  else await chooser.setFiles(files.filter((file) => typeof file === 'string'));
}

/** What Anna has written to a chat since message `after`: each text with the names of its files. */
export async function writtenIn(stage: Stage, chatId: number, after = 0): Promise<string[]> {
  const { messages, files } = await stage.control<FilesState>('state');
  const nameOf = (id: unknown) => files.find((file) => file.id === Number(id))?.name ?? '';
  return messages
    .filter((message) => message.chatId === chatId && message.authorId === 1 && message.id > after)
    .map(({ typed, params }) => `${typed}|${[params['FILE_ID'] ?? []].flat().map(nameOf).join()}`);
}

interface FilesState extends PortalState {
  messages: Array<PortalState['messages'][number] & { params: Record<string, unknown> }>;
  files: Array<{ id: number; name: string }>;
}
