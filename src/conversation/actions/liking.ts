/** Likes shown before the portal has heard of them, and taken back where it does not want them. */
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { PerMessage } from './perMessage.ts';

interface Wish {
  isLiked: boolean;
}

/** How a wish reaches the portal. */
interface LikeSender {
  /** rejects where it did not work */
  send: (messageId: number, isLiked: boolean) => Promise<void>;
  onFailure: (messageId: number, failure: unknown, isLiked: boolean) => void;
  /** the portal has agreed or not */
  onAnswer: (messageId: number) => void;
}

/** ms after the portal has agreed: a reading that began before it may still come in, and would say the opposite */
const heldFor = 10_000;

export class Liking {
  readonly #wishes = new PerMessage<Wish>();
  readonly #sending = new Set<number>();
  readonly #currentUserId: number;

  constructor(currentUserId: number) {
    this.#currentUserId = currentUserId;
  }

  /** Whether this person likes it, as it is to be shown. */
  isLiked({ id, likedBy }: Message): boolean {
    return this.#wishes.get(id)?.isLiked ?? likedBy.includes(this.#currentUserId);
  }

  /** Shown at once. Pressed again while the portal is being told, it is told the last wish as well. */
  toggle(message: Message, sender: LikeSender): void {
    const { id } = message;
    const was = this.isLiked(message);
    this.#wishes.set(id, { isLiked: !was });
    if (!this.#sending.has(id)) void this.#tell(id, was, sender);
  }

  subscribe(messageId: number, onChange: () => void): () => void {
    return this.#wishes.subscribe(messageId, onChange);
  }

  async #tell(id: number, was: boolean, { send, onFailure, onAnswer }: LikeSender): Promise<void> {
    let told = was;
    this.#sending.add(id);
    try {
      for (let wish = this.#wishes.get(id); wish && wish.isLiked !== told; wish = this.#wishes.get(id)) {
        await send(id, wish.isLiked);
        told = wish.isLiked;
      }
      this.#letGoLater(id);
    } catch (failure) {
      this.#wishes.set(id, undefined);
      onFailure(id, failure, !told);
    }
    this.#sending.delete(id);
    // Also after a failure: an answer may have been lost behind a like that was taken.
    onAnswer(id);
  }

  #letGoLater(id: number): void {
    const wish = this.#wishes.get(id);
    setTimeout(() => {
      if (this.#wishes.get(id) === wish) this.#wishes.set(id, undefined);
    }, heldFor);
  }
}
