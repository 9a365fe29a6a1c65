/**
 * Files to a chat, a few hundred bytes each. Delivery tells them apart by name, size and the text beside them, so names
 * are few and sizes fewer; the bench does it by their bytes, which begin with a digest of the text beside the file.
 */
import { createHash } from 'node:crypto';
import { addFile } from '../../portal/world/files.ts';
import type { Message, World } from '../../portal/world/types.ts';
import { inChat } from './chatLane.ts';
import type { BenchLane } from './kind.ts';

const names = [
  'report.pdf',
  'report (1).pdf',
  'REPORT.PDF',
  'отчёт за май.txt',
  "it's & so on.tar.gz",
  'no ending',
  '.hidden',
];

export function ofFiles(world: World, chatId: number): BenchLane {
  const contents = new Map<number, string | undefined>();
  return inChat(world, chatId, {
    write(text) {
      const { name, content } = fileOf(text);
      const target = { dialogId: `chat${chatId}`, name, size: content.length };
      return { kind: 'file', text, target, content };
    },
    groupOf: (text) => fileOf(text).content,
    onMade: (message) => contents.set(message.id, bytesOf(world, message)),
    isOf: ({ id }, text) => contents.get(id) === fileOf(text).content,
    paramsOf(text, authorId) {
      const { name, content } = fileOf(text);
      return { FILE_ID: [addFile(world, { chatId, authorId, name, body: Buffer.from(content) }).id] };
    },
  });
}

/** Equal texts, equal files. */
function fileOf(text: string): { name: string; content: string } {
  const digest = createHash('sha256').update(text).digest('hex');
  const number = Number.parseInt(digest.slice(0, 6), 16);
  const name = names[number % names.length] ?? 'file';
  return { name, content: digest.padEnd(200 + 100 * (Math.floor(number / names.length) % 3), '.') };
}

function bytesOf(world: World, { params }: Message): string | undefined {
  const ids = params['FILE_ID'];
  const file = Array.isArray(ids) ? world.files.get(Number(ids[0])) : undefined;
  return file && Buffer.from(file.body).toString();
}
