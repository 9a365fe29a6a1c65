/** What is said at a message about what was just done with it; gone after a while. */
import type { ActionNote } from '../messageAction.ts';
import { PerMessage } from './perMessage.ts';

interface Said {
  /** the action it is about */
  actionId: string;
  note: ActionNote;
  timer: ReturnType<typeof setTimeout>;
}

/** ms; what went wrong has to be read, what went well only noticed; what goes on is replaced by its outcome */
const shownFor: Readonly<Record<ActionNote['tone'], number>> = {
  busy: 120_000,
  done: 4_000,
  failed: 15_000,
};

export class Notes {
  readonly #said = new PerMessage<Said>();

  of(messageId: number, actionId: string): ActionNote | undefined {
    const said = this.#said.get(messageId);
    return said?.actionId === actionId ? said.note : undefined;
  }

  /** In the place of what was said there before. */
  say(messageId: number, actionId: string, note: ActionNote): void {
    this.forget(messageId);
    const timer = setTimeout(() => this.#said.set(messageId, undefined), shownFor[note.tone]);
    this.#said.set(messageId, { actionId, note, timer });
  }

  forget(messageId: number): void {
    const said = this.#said.get(messageId);
    if (!said) return;
    clearTimeout(said.timer);
    this.#said.set(messageId, undefined);
  }

  subscribe(messageId: number, onChange: () => void): () => void {
    return this.#said.subscribe(messageId, onChange);
  }
}
