/** A conversation with a client over an open line. */
export const line = {
  clientName: '{{name}} (client)',
  colleagueName: '{{name}} (colleague)',
  botName: '{{name}} (bot)',
  session: 'Conversation · {{day}}',
  sessionClosed: 'Conversation · {{day}} · closed',
  underWay: 'On its way to the client',
  delivered: 'With the client',
  undelivered: 'Not delivered to the client by the channel',
  earlierForMembers:
    'If there were earlier conversations with this client, Bitrix24 shows them to members of the chat only',
  lastAnswered: 'Last answered by {{name}}, {{time}}',
  colleague: 'A colleague',
  answered: '{{name}} has answered meanwhile, at {{time}}.',
  taken: '{{name}} has taken over this conversation meanwhile.',
  closed: 'This conversation was closed while you were writing. What you wrote is kept.',
  seen: 'I have read it',
  holdAnswered: '{{name}} answered at {{time}}, while you were writing. Read it first.',
  holdTaken: '{{name}} has taken over this conversation while you were writing.',
  sendAnyway: 'Send anyway',
  nearLimit: '{{channel}}: {{count}} of {{limit}} characters',
  nearByteLimit:
    '{{channel}}: {{count}} of {{limit}} bytes; a letter beyond the English ones takes two or more',
  overLimit: {
    one: 'Too long for one message over {{channel}}: it takes {{limit}}. It can be sent as {{count}} message.',
    other:
      'Too long for one message over {{channel}}: it takes {{limit}}. It can be sent as {{count}} messages.',
  },
  sendAs: { one: 'Send as {{count}} message', other: 'Send as {{count}} messages' },
  replyUntil: '{{channel}} takes free replies until {{time}}',
  replyEnded:
    '{{channel}} took free replies until {{time}}. It may not deliver what you write before the client writes again.',
  notActiveTitle: 'This conversation takes no replies now',
  notActiveText:
    'It is closed, about to close, or nobody has answered it yet. Press “Answer” or “Start a conversation” above, or “Finish” first where it is about to close; then send again.',
  notInChatTitle: 'The person it is sent as is not in this chat',
  notInChatText: 'If that is you, press “Join” above and send again; if not, they have to join it first.',
  noElementTitle: 'You have no access to this CRM element',
  noElementText: 'Replies go out under it. Ask the person responsible or an administrator.',
  authorDeniedTitle: 'The person it is sent as has no access to this CRM element',
  authorDeniedText: 'Give them access to it in the CRM, or send it as somebody else.',
  argumentTitle: 'Bitrix24 found something missing in this message',
  argumentText: 'A message needs text, and “0” alone counts as none. Change it and send again.',
  notAddedTitle: 'Bitrix24 did not add the message',
  notAddedText: 'Look whether it stands in the chat before you send it again.',
  noMessengerTitle: 'The messenger is not installed in this Bitrix24',
  noMessengerText: 'An administrator has to install the modules “Instant messenger” and “Open channels”.',
} as const;
