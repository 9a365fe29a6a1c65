/** What was written in other chats and goes no further by itself. */
export const elsewhere = {
  notSent: {
    one: '{{count}} message in another chat was not sent',
    other: '{{count}} messages in other chats were not sent',
  },
  inDoubt: {
    one: '{{count}} message in another chat may not have arrived',
    other: '{{count}} messages in other chats may not have arrived',
  },
  notSentOrInDoubt: {
    one: '{{count}} message in another chat was not sent or is in doubt',
    other: '{{count}} messages in other chats were not sent or are in doubt',
  },
  show: 'Show',
  title: 'In other chats',
  lead: 'Lead {{id}}',
  deal: 'Deal {{id}}',
  contact: 'Contact {{id}}',
  company: 'Company {{id}}',
  somewhere: 'Another chat',
  open: 'Open this chat',
  deleteSure: 'Delete this message? Its text is lost.',
  keep: 'Keep it',
} as const;
