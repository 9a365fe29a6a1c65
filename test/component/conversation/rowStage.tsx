// Rows of messages without the list around them, for tests of what a single message shows.
import type { Around } from '../../../src/conversation/around.ts';
import { MessageRow } from '../../../src/conversation/MessageRow.tsx';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { me, people, portalOrigin } from './sample.ts';

const nothing = () => undefined;
const noMore: Partial<Around> = {};

interface RowStageProps {
  messages: readonly Message[];
  around?: Partial<Around>;
}

export function RowStage({ messages, around = noMore }: RowStageProps) {
  const whole: Around = {
    people: new Map(people.map((person) => [person.id, person])),
    files: new Map(),
    currentUserId: me,
    portalOrigin,
    reachesClient: false,
    actions: { checkAgain: nothing, sendAgain: nothing, edit: nothing, takeOut: nothing, remove: nothing },
    quotes: new Map(),
    chosen: null,
    ...around,
  };
  return messages.map((message) => (
    <MessageRow
      key={message.id}
      rowKey={`m${message.id}`}
      message={message}
      hasCopies={false}
      isOwn={message.authorId === me}
      position="single"
      around={whole}
      isNews={false}
    />
  ));
}
