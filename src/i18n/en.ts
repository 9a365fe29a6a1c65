import { actions } from './en/actions.ts';
import { attachments } from './en/attachments.ts';
import { blocks } from './en/blocks.ts';
import { composer } from './en/composer.ts';
import { elsewhere } from './en/elsewhere.ts';
import { line } from './en/line.ts';
import { results } from './en/results.ts';
import { search } from './en/search.ts';

/**
 * English words; with those of CRM cards (`crm/en.ts`) the catalogue that gives all others their keys.
 * To add one: write it here (or in `en/`, an area a file) and in `ru.ts`; the types and test/unit/i18n say what is missing. `{{name}}` is a
 * placeholder; a text that depends on `{{count}}` is an object with the forms of `Intl.PluralRules`.
 */
export const en = {
  common: {
    appName: 'Chat Desk',
    retry: 'Try again',
    reload: 'Reload',
    you: 'You',
    unknownPerson: 'Unknown person',
    file: 'File',
    picture: 'Picture',
    everyone: 'Everyone',
    person: 'User',
    opensInNewTab: 'Opens in a new tab',
    close: 'Close',
    cancel: 'Cancel',
    menuNotLoaded: 'The menu could not be loaded. Reload the page; what you typed is kept.',
  },
  conversation: {
    messages: 'Messages',
    message: 'Message',
    placeholder: 'Write a message…',
    send: 'Send',
    sendHint: 'Enter to send · Shift+Enter for a new line',
    counter: '{{count}} / {{limit}}',
    tooLong: {
      one: '{{count}} character too many. The portal would cut the message.',
      other: '{{count}} characters too many. The portal would cut the message.',
    },
    tooLongToSend: 'The message is too long. Shorten it to send it.',
    replyTo: 'Reply to {{name}}',
    editing: 'You are changing your message',
    notSaved: 'Not saved: {{reason}}',
    loadOlder: 'Show earlier messages',
    loadOlderFailed: 'The earlier messages could not be loaded.',
    beginning: 'This is where the conversation begins',
    newMessages: 'New messages',
    emptyTitle: 'No messages yet',
    emptyText: 'Write the first one. Everyone in this chat will see it.',
    deleted: 'This message was deleted',
    edited: 'edited',
    system: 'System message',
    unreadable: 'This message could not be read. Open the chat in Bitrix24 to see it.',
    nothing: 'This message has no text',
    writtenBy: '{{name}}, {{time}}',
    withState: '{{message}}, {{state}}',
    live: 'Live',
    liveSlow: 'Slower',
    liveOffline: 'Offline',
    liveFailed: 'Not updating',
    liveUnreachable: 'No answer',
    liveHint: 'New messages appear by themselves',
    liveSlowHint: 'The portal is busy: new messages may take up to a minute',
    liveOfflineHint: 'No connection: what you see may be out of date',
    liveFailedHint: 'The portal does not answer: what you see may be out of date',
    liveBack: 'Messages are up to date again',
    connectionBack: 'The connection is back',
    draftNotKept:
      'This browser does not let the app store anything: your text is lost when you close the window',
  },
  task: {
    title: 'Task {{id}}',
    statusPending: 'Waiting',
    statusInProgress: 'In progress',
    statusSupposedlyCompleted: 'Awaiting review',
    statusCompleted: 'Completed',
    statusDeferred: 'Postponed',
    statusDeclined: 'Declined',
    due: 'due {{date}}',
    overdue: 'overdue since {{date}}',
    loading: 'Opening the task…',
    observerNotice: 'You have no part in this task yet. Writing makes you an observer of this task.',
    join: 'Become an observer',
    joinFailed: 'That did not work: {{reason}}.',
    panelResults: 'Results',
    panelSearch: 'Search',
    panelNotLoaded:
      'This part of Chat Desk could not be loaded. Check your connection, then load the page again. What you typed is kept.',
    resultStays: 'It is a result of the task. The result stays, without the way back to this message.',
    members: 'In this chat: {{names}}',
    noAccessTitle: 'You have no access to this task',
    noAccessText:
      'It may have been deleted, or you do not take part in it. Ask its creator to add you as an observer.',
    writeOnlyTitle: 'You cannot read this chat, but you can write to it',
    writeOnlyText:
      'Bitrix24 shows the messages to members of the chat only. Your message reaches them all the same.',
    chatMissingTitle: 'This task has no chat yet',
    chatMissingText:
      'Nobody has written here so far. Start the chat, and everyone in the task can write to it.',
    chatMissingStart: 'Start the chat',
  },
  home: {
    title: 'Chat Desk works in your tasks and CRM cards',
    text: 'Open a task: “Chat Desk” stands among its applications. In a lead, deal, contact or company it is a tab of the card. There you read the chats and write to them.',
    checkInstallation: 'Check the installation',
    mendTitle: 'The installation needs a look',
    mendText:
      'A row of Chat Desk is missing in Bitrix24 or opens an earlier version. Checking changes nothing until you say so.',
    newPlacesTitle: 'New places are available',
    newPlacesText:
      'This version of Chat Desk also answers clients in the cards of leads, deals, contacts and companies. The check adds it there, and changes nothing until you say so.',
  },
  sending: {
    sending: 'Sending…',
    confirming: 'Looking for it in the chat',
    uncertain: 'Unclear whether it arrived',
    sent: 'Sent',
    accepted: 'Accepted by the portal',
    acceptedShort: 'accepted',
    waitingShort: 'waiting',
    waiting: 'Waiting to be sent',
    refused: 'Not sent',
    refusedBecause: 'Not sent: {{reason}}',
    portalSays: 'The portal says:',
    waitsForConnection: 'Waits for the connection and goes out by itself',
    waitsForLimit: 'The portal is busy. This will be sent by itself within a minute.',
    waitsForSession: 'The session has to be renewed. Once that is done, this is sent by itself.',
    waitsToRetry: 'The portal gave no clear answer. This is sent by itself in a moment.',
    waitsForAlike: 'Waits until you have decided what becomes of the same message above.',
    waitsForUnseen: 'Goes out by itself as soon as the same message above is seen in the chat.',
    waitsForDoubt: 'Waits until it is known whether the message above has arrived.',
    waitsInOrder: 'Goes out by itself after the message above: the order is kept.',
    waitsForVersion:
      'This was written with a newer version of Chat Desk. Load the page again, then it can be sent.',
    waitsLonger: 'This takes longer than usual. It goes out by itself.',
    unclear: 'The portal did not answer. Looking in the chat whether it arrived…',
    unclearOffline:
      'The portal did not answer. Once it can be reached, the chat is searched for this message.',
    reloaded:
      'The page was closed before the portal answered. Looking in the chat whether the message arrived…',
    checkNow: 'Check now',
    stillUnclear:
      'The portal gave no answer, and the message is not in the chat so far. “Send again” looks once more first. It may still arrive.',
    leftUnclear:
      'The page was closed while this message was being sent, and it has not appeared in the chat so far.',
    cannotLook:
      'It is unclear whether this message arrived, and it cannot be looked up: this chat could not be read.',
    cannotLookInLine:
      'It is unclear whether this message arrived, and it cannot be looked up: you are not in this chat, and may read no more than its last conversation.',
    noResult:
      'It went out, and did not become a result: you may not read this chat, so the message could not be found in it. You can make it one in Bitrix24.',
    neverSent: 'The page was closed before it was this message’s turn. It was not sent.',
    copies: 'The browser sent this message more than once, and an extra copy could not be removed.',
    copiesAbove:
      'The browser sent one of your messages more than once, and an extra copy could not be removed.',
    copiesAboveToClient:
      'The browser sent one of your messages more than once. The client may have received it twice.',
    copiesToClient: 'The browser sent this message more than once. The client may have received it twice.',
    notSent: { one: '{{count}} message not sent', other: '{{count}} messages not sent' },
    notSentOrInDoubt: {
      one: '{{count}} message not sent or in doubt',
      other: '{{count}} messages not sent or in doubt',
    },
    someMayHaveArrived: 'Some may have arrived: the chat is read once more before they are sent again.',
    retryAll: 'Retry all',
    retrySome: 'Retry {{count}} of them',
    deleteAll: 'Delete all',
    deleteAllSure: {
      one: 'Delete {{count}} message? Its text is lost.',
      other: 'Delete {{count}} messages? Their texts are lost.',
    },
    keepAll: 'Keep them',
    notLoadedTitle: 'Nothing can be sent from this page',
    composerNotLoaded:
      'A part of Chat Desk could not be loaded. Load the page again; what you typed before is kept.',
    notLoadedText:
      'A part of Chat Desk could not be loaded. Copy what you have written, then load the page again.',
    goesOutByItself: 'What you write waits here and goes out by itself as soon as the portal answers again.',
    check: 'Check again',
    sendAgain: 'Send again',
    delete: 'Delete',
    edit: 'Edit',
    empty: 'Write something first',
  },
  actions,
  attachments,
  blocks,
  composer,
  elsewhere,
  line,
  results,
  search,
  errors: {
    authTitle: 'The portal no longer knows this session',
    authText: 'Reload the page to sign in again. What you typed is kept.',
    deniedTitle: 'Bitrix24 does not let you do this',
    deniedText: 'You may not have the rights for it. Ask the person responsible or an administrator.',
    scopeTitle: 'The app lacks a permission',
    scopeText:
      'An administrator has to add the permission “{{scope}}” in the settings of the application and save them.',
    validationTitle: 'The portal did not accept this',
    validationText: 'Change it as described and try again.',
    notFoundTitle: 'This is no longer there',
    notFoundText: 'It may have been deleted or moved. Reload to see how things stand.',
    limitTitle: 'The portal is busy',
    limitText: 'It received too many requests. Try again in a moment.',
    refusedTitle: 'The portal refused this',
    unreachableTitle: 'The portal cannot be reached',
    unreachableText: 'Check your connection and try again.',
    unclearTitle: 'The portal gave no clear answer',
    unclearText: 'Something between here and the portal is out of order. Try again in a moment.',
    malformedTitle: 'The answer of the portal could not be read',
    malformedText: 'Try again. If it happens every time, tell your administrator.',
    hostTitle: 'The page around the app does not answer',
    hostText: 'Reload the page. If that does not help, close the window and open the app again.',
    offlineTitle: 'You are offline',
    offlineText: 'The app goes on by itself as soon as the connection is back.',
    unexpectedTitle: 'Something went wrong in the app',
    unexpectedText: 'Reload the page. What you typed is kept.',
  },
  outside: {
    connecting: 'Connecting to Bitrix24…',
    silentTitle: 'Bitrix24 does not answer',
    silentText:
      'The page around the app has not replied for a while. It may still be loading, you may have been signed out, or a browser extension holds the messages back.',
    title: 'Chat Desk lives inside Bitrix24',
    text: 'Open a task, a lead, a deal, a contact or a company in your portal: “Chat Desk” stands in its card.',
    devLink: 'Open the local portal',
    devText: 'For development: start the local portal and open the app from there.',
    unknownPlacementTitle: 'Chat Desk has nothing to show here',
    unknownPlacementText:
      'This place in Bitrix24 ({{placement}}) is not known to the app. Open it from the card of a task, a lead, a deal, a contact or a company.',
  },
} as const;
