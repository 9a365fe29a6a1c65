/** A file of a chat: camelCase inside a snake_case answer, absolute addresses (RF 3.10, PB 4.3). */
import { fileAddresses } from '../../files/addresses.ts';
import type { Call } from '../../rest/call.ts';
import { fullName } from '../../world/messages.ts';
import type { FileRecord } from '../../world/types.ts';

export function imFile({ origin, world }: Call, file: FileRecord): Record<string, unknown> {
  const author = world.users.get(file.authorId);
  const { urlPreview, urlShow, urlDownload } = fileAddresses(origin, file);
  const hasPreview = file.kind === 'image';
  return {
    id: file.id,
    chatId: file.chatId,
    date: file.date,
    type: file.kind,
    name: file.name,
    extension: file.extension,
    size: file.size,
    image: file.image,
    status: 'done',
    progress: 100,
    authorId: file.authorId,
    authorName: author ? fullName(author) : '',
    urlPreview: hasPreview ? urlPreview : '',
    urlShow,
    urlDownload,
    viewerAttrs: {
      viewer: null,
      viewerType: hasPreview ? 'image' : 'unknown',
      src: urlShow,
      title: file.name,
    },
    mediaUrl: hasPreview ? { preview: { 250: urlPreview } } : [],
    isTranscribable: false,
    isVideoNote: false,
    isVoiceNote: false,
  };
}
