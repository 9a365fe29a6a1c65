/** How what is written in a client's chat becomes a send. */
import type { Read } from '../../delivery/policy.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import { type DeskOptions, useDesk, type Desk } from '../../sending/useDesk.ts';

interface LineDeskOptions {
  owner: DeskOptions['owner'];
  chatId: number;
  /** the lane as well: `chat106` */
  dialogId: string;
  /** under which a reply goes */
  entity: LineEntity;
  /** in whose name, where not the person's own */
  asUserId: number | undefined;
  read: Read;
}

/** A text goes under the element of the CRM; a file to the chat itself, because that method takes none. */
export function useLineDesk({ owner, chatId, dialogId, entity, asUserId, read }: LineDeskOptions): Desk {
  return useDesk({
    owner,
    lane: dialogId,
    compose: (text) => ({
      kind: 'openLineReply',
      text,
      target: {
        entityType: entity.type,
        entityId: entity.id,
        chatId,
        ...(asUserId === undefined ? {} : { asUserId }),
      },
    }),
    composeFile: (file, text) => ({ kind: 'file', text, target: { dialogId, ...file } }),
    read,
  });
}
