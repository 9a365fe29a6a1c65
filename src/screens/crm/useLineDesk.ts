/** How what is written in a client's chat becomes a send. */
import type { Read } from '../../delivery/policy.ts';
import type { LineEntity } from '../../portal/methods/openLines.ts';
import { lineTarget } from '../../sending/openLineReply.ts';
import { type DeskOptions, useDesk, type Desk } from '../../sending/useDesk.ts';

interface LineDeskOptions {
  owner: DeskOptions['owner'];
  chatId: number;
  /** the lane as well: `chat106` */
  dialogId: string;
  /** under which a reply goes */
  entity: LineEntity;
  /** that list the chat as well: it may be active under another one when the reply is sent */
  alsoUnder: readonly LineEntity[];
  /** in whose name, where not the person's own */
  asUserId: number | undefined;
  read: Read;
}

/** A text goes under the element of the CRM; a file to the chat itself, because that method takes none. */
export function useLineDesk(options: LineDeskOptions): Desk {
  const { owner, chatId, dialogId, entity, alsoUnder, asUserId, read } = options;
  return useDesk({
    owner,
    lane: dialogId,
    compose: (text) => ({
      kind: 'openLineReply',
      text,
      target: lineTarget({ chatId, entity, alsoUnder, asUserId }),
    }),
    composeFile: (file, text) => ({
      kind: 'file',
      text,
      target: { dialogId, entityType: entity.type, entityId: entity.id, ...file },
    }),
    read,
  });
}
