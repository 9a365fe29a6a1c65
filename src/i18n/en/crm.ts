/** The CRM card: the list of chats, and why there is none. */
export const crm = {
  loading: 'Opening the chats…',
  chats: 'Chats',
  lead: 'Lead {{id}}',
  deal: 'Deal {{id}}',
  contact: 'Contact {{id}}',
  company: 'Company {{id}}',
  stateOpen: 'Open',
  stateClosed: 'Closed',
  stateNobody: 'Nobody yet',
  stateInactive: 'Not active',
  ownerNobody: 'Owner: nobody yet',
  contactsChat: 'Contact’s: {{name}}',
  companysChat: 'Company’s: {{name}}',
  unknownName: 'unnamed',
  unread: { one: '{{count}} unread message', other: '{{count}} unread messages' },
  unreadIn: {
    one: '{{channel}}: {{count}} unread message',
    other: '{{channel}}: {{count}} unread messages',
  },
  youWrote: 'You: {{text}}',
  wrote: '{{name}}: {{text}}',
  moreComing: 'Looking for the chats of the contact and the company…',
  withoutCard: 'The title of this card and the chats of its contact and company are missing here.',
  relativeNotRead: 'A contact or the company of this card could not be read',
  withoutRelative: 'Chats of this client may be missing here.',
  contactsLeftOut: {
    one: '{{count}} more contact of this card is not looked at here. Its chats are in its own card.',
    other: '{{count}} more contacts of this card are not looked at here. Their chats are in their own cards.',
  },
  listNotRead: 'The list of chats could not be refreshed.',
  noChatsTitle: 'No client has written here yet',
  noChatsText:
    'A chat of an open line appears here by itself once the client writes through a connected channel, such as WhatsApp or Telegram, and Bitrix24 links it to this card, its contact or its company.',
  noChatsToDo:
    'Has the client written already? Then open the chat in the Bitrix24 messenger and link it to this card. Channels are connected by an administrator, in the Contact Center.',
  look: 'Look again',
  noOwnChatsTitle: 'No chat is linked to this card itself',
  noOwnChatsText:
    'Whether its contacts or its company have any could not be found out: the reason stands above.',
  noAccessTitle: 'You have no access to this card',
  noAccessText:
    'It may have been deleted, or you may not see it. Ask the person responsible for it or an administrator.',
  smartProcessTitle: 'There are no client chats in cards of this kind',
  smartProcessText: 'Bitrix24 links chats of open lines to leads, deals, contacts and companies only.',
  smartProcessToDo:
    'Open the contact or the company that this element belongs to: Chat Desk shows their chats there.',
  sentAutomatically: 'Bitrix24 adds to each reply that it was sent automatically.',
  openingChat: 'Opening the conversation…',
  notReadableTitle: 'You cannot read this conversation',
  notReadableText:
    'Either nothing has been said in it yet, or it is shown to members of the chat only. Join or answer it to take part.',
  holdInactive:
    'This conversation takes no replies now. Press “Answer” above, or “Start a conversation” if it is closed, then send; what you wrote is kept.',
  holdClosed:
    'This conversation is closed. Press “Start a conversation” above, then send; what you wrote is kept.',
  holdNobody:
    'Nobody has taken this conversation yet. Press “Answer” above, then send; what you wrote is kept.',
  holdBot: 'Only a bot has answered so far. Press “Answer” above, then send; what you wrote is kept.',
  holdOwn:
    'This conversation takes no replies now. Press “Finish” and then “Start a conversation” above, then send; what you wrote is kept.',
  holdOwnEnding:
    'This conversation is about to close and takes no replies. Press “Finish” once more and then “Start a conversation” above, then send; what you wrote is kept.',
  holdColleagues:
    'This conversation takes no replies before {{name}} answers. Press “Take over” above, then send; what you wrote is kept.',
  holdColleaguesEnding:
    'This conversation is about to close and takes no replies. Take it over from {{name}}, finish it and start a new one, then send; what you wrote is kept.',
  holdOutside: 'You are not in this chat yet. Press “Join” above, then send; what you wrote is kept.',
  holdMayNotJoin:
    'You are not in this chat, and Bitrix24 does not let you join it. Ask who answers this client to add you; what you wrote is kept.',
  helpAnswer: 'Take this conversation',
  helpJoin: 'Enter this chat',
  helpStart: 'Begin a new conversation',
  helpFinish: 'Close it now',
  helpTakeOver: 'Take it from {{name}}',
} as const;
