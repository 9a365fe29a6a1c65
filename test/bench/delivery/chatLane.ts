/** A chat that is written to, and what became of each text in it. */
import { addMessage, messagesOf, readBack } from '../../portal/world/messages.ts';
import type { Message, World } from '../../portal/world/types.ts';
import { colleague, self, type BenchLane, type Writer } from './kind.ts';

interface ChatLaneOptions {
  write: BenchLane['write'];
  /** whether a message of the person is what was made of the text; by default: its text, as it was typed */
  isOf?: (message: Message, text: string) => boolean;
  /** Called when a message is made: what is taken back keeps nothing of its content but `typed`. */
  onMade?: (message: Message) => void;
  /** by default: what the portal makes of the text, but for white space */
  groupOf?: BenchLane['groupOf'];
  /** what a message of somebody else carries beside the text */
  paramsOf?: (text: string, authorId: number) => Record<string, unknown>;
}

export function inChat(world: World, chatId: number, options: ChatLaneOptions): BenchLane {
  const {
    onMade,
    write,
    groupOf = (text) => lookOf(world, text),
    isOf = ({ typed }, text) => typed === text,
    paramsOf = () => ({}),
  } = options;
  const foreign = new Set<number>();
  const list = messagesOf(world, chatId);
  const madeAt = new Map<number, number>();
  const push = list.push.bind(list);
  // The portal's own dates are in whole seconds.
  list.push = (...messages) => {
    for (const message of messages) {
      madeAt.set(message.id, Date.now());
      onMade?.(message);
    }
    return push(...messages);
  };
  return {
    lane: `chat${chatId}`,
    write,
    groupOf,
    interfere(text, by) {
      const authorId = by === 'colleague' ? colleague : self;
      const params = paramsOf(text, authorId);
      const { id } = addMessage(world, { chatId, authorId, typed: text, params, ...uuidOf(by, world) });
      foreign.add(id);
    },
    made: (text) =>
      list
        .filter((message) => message.authorId === self && !foreign.has(message.id) && isOf(message, text))
        .map(({ id, params }) => ({ id, at: madeAt.get(id) ?? 0, isHeld: params['IS_DELETED'] !== 'Y' })),
    isMadeByOthers: () => false,
  };
}

/** By the portal's own rewriting, not by the application's table of it. */
function lookOf(world: World, text: string): string {
  return readBack(world, self, text).replaceAll(/\s+/g, ' ').trim();
}

/** The portal's own clients write with one, this app without (PB 4.5). */
function uuidOf(by: Writer, world: World): { uuid?: string } {
  return by === 'otherDevice' ? {} : { uuid: `${by}-${world.nextId.message}` };
}
