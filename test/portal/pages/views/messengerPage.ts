/** A very small messenger: look at a chat, and open an application from the menu of a message (RF 6.5). */
import type { Chat, Message, PlacementRow } from '../../world/types.ts';
import { rowsAt } from '../frame/place.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { avatar, fullName } from '../people.ts';
import type { Visit } from '../visit.ts';
import { moment } from './moments.ts';
import { sliderRow } from './openers.ts';
import { shell } from './shell.ts';

const shown = 50;

/** What the messenger calls a chat: `chat58`, or the other person's number for a private one (RF 3.1). */
function dialogId(chat: Chat, visit: Visit): string {
  const other = chat.memberIds.find((id) => id !== visit.user.id);
  return chat.kind === 'private' && other !== undefined ? String(other) : `chat${chat.id}`;
}

function title(chat: Chat, visit: Visit): string {
  if (chat.kind !== 'private') return chat.title;
  const other = visit.world.users.get(Number(dialogId(chat, visit)));
  return other === undefined ? chat.title : fullName(other);
}

function messageItem(message: Message, menu: readonly PlacementRow[], chat: Chat, visit: Visit): Html {
  const { texts, world } = visit;
  const author = world.users.get(message.authorId);
  const options = { messageId: String(message.id), dialogId: dialogId(chat, visit) };
  const popover = `menu-${message.id}`;
  return html`<li class="message">
    ${author === undefined ? null : avatar(author)}
    <div class="message-body">
      <p class="message-head">
        <strong>${author === undefined ? texts.system : fullName(author)}</strong>
        <span class="muted">${moment(message.date, visit)}</span>
      </p>
      <p class="prose">${message.text}</p>
    </div>
    <button type="button" class="icon-button" popovertarget="${popover}" aria-label="${texts.messageActions}">
      ⋯
    </button>
    <div class="menu" popover id="${popover}">
      ${
        menu.length === 0
          ? html`<p class="muted">${texts.noMessageActions}</p>`
          : menu.map((row) => sliderRow(row, options))
      }
    </div>
  </li>`;
}

function conversation(chat: Chat | undefined, visit: Visit): Html {
  const { texts, url, world } = visit;
  if (chat === undefined) {
    const text = url.searchParams.has('IM_DIALOG') ? texts.chatDenied : texts.chooseChat;
    return html`<section class="card"><p class="muted">${text}</p></section>`;
  }
  const messages = (world.messages.get(chat.id) ?? []).slice(-shown);
  const menu = rowsAt(visit, ['IM_CONTEXT_MENU']);
  return html`<section class="card" aria-labelledby="chat-title">
    <h2 id="chat-title">${title(chat, visit)}</h2>
    <p class="muted">${texts.readOnly}</p>
    ${messages.length === 0 ? html`<p>${texts.emptyChat}</p>` : null}
    <ol class="messages">
      ${messages.map((message) => messageItem(message, menu, chat, visit))}
    </ol>
  </section>`;
}

/** `/online/?IM_DIALOG=chat58`; members see their chats only. */
export function messengerPage(visit: Visit): Html {
  const { texts, world, url, user } = visit;
  const own = [...world.chats.values()].filter((chat) => chat.memberIds.includes(user.id));
  const wanted = url.searchParams.get('IM_DIALOG');
  const chosen = own.find((chat) => dialogId(chat, visit) === wanted || `chat${chat.id}` === wanted);
  const embedding = visit.embedded ? '&IFRAME=Y' : '';
  const list = html`<nav class="card chats" aria-label="${texts.chats}">
    <h2>${texts.chats}</h2>
    ${own.length === 0 ? html`<p class="muted">${texts.noChats}</p>` : null}
    <ul class="plain">
      ${own.map(
        (chat) =>
          html`<li>
            <a
              href="/online/?IM_DIALOG=${dialogId(chat, visit)}${embedding}"
              ${chat === chosen ? html`aria-current="page"` : null}
              >${title(chat, visit)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
  return shell(
    visit,
    texts.messenger,
    html`<div class="messenger">${list} ${conversation(chosen, visit)}</div>`,
  );
}
