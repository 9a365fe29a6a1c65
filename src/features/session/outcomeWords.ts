/** The outcome of an action in words: what happened, why, how the conversation stands, and what to do. Pure. */
import { problemWords, type ProblemWords } from '../../conversation/problemWords.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { PortalError } from '../../portal/errors.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import { problemOf } from '../../sending/problem.ts';
import { actionLabel } from './actionLabel.ts';
import type { SessionAction } from './offers.ts';
import type { Outcome } from './outcome.ts';
import type { AskAnew } from './perform.ts';

type Say = Translator['t'];

/** What was done, for who does not see the bar change. */
export function doneWords(t: Say, { verdict, attempt }: Outcome): string {
  const { action, receiver } = attempt;
  if (verdict !== 'done') return '';
  switch (action) {
    case 'answer':
    case 'takeOver':
      return t('session.doneAnswer');
    case 'skip':
      return t('session.doneSkip');
    case 'join':
      return t('session.doneJoin');
    case 'finish':
    case 'finishColleagues':
      return t('session.doneFinish');
    case 'spam':
      return t('session.doneSpam');
    case 'start':
      return t('session.doneStart');
    case 'transfer':
      return t('session.doneTransfer', { name: receiver?.name ?? '' });
    default:
      return action satisfies never;
  }
}

/** In one sentence, for who is in another chat by now: the chat itself tells the rest. */
export function elsewhereWords(t: Say, result: Outcome | AskAnew): string {
  if ('because' in result) return t('session.asksElsewhere');
  const trouble = troubleWords(t, result, () => t('session.colleague'));
  return trouble?.title || trouble?.text || doneWords(t, result);
}

/** @param nameOf a person by id */
export function troubleWords(t: Say, outcome: Outcome, nameOf: (id: number) => string): ProblemWords | null {
  const { verdict, attempt, error, isLost, now } = outcome;
  const action = actionLabel(t, attempt.action);
  const plain = (text: string): ProblemWords => ({ title: '', text, quote: '' });
  switch (verdict) {
    case 'done':
      return null;
    case 'ending':
      return plain(t('session.nowEnding'));
    case 'joined':
      return plain(t('session.joinedInstead'));
    case 'accepted':
      return plain(t('session.accepted', { action }));
    case 'unclear':
      return {
        title: t('session.lostTitle', { action }),
        text:
          attempt.action === 'spam' && now?.sessionId === null
            ? t('session.perhapsSpam')
            : t('session.unclearText'),
        quote: '',
      };
    case 'overtaken':
      return {
        title: t('session.overtakenTitle', { action }),
        text: [t('session.overtakenText'), now && standingWords(t, now, nameOf, attempt.currentUserId)]
          .filter(Boolean)
          .join(' '),
        quote: '',
      };
    case 'notDone':
    default: {
      if (error === null) {
        return { title: t('session.notSeenTitle', { action }), text: t('session.notSeenText'), quote: '' };
      }
      if (isLost)
        return { title: t('session.lostTitle', { action }), text: t('session.lostText'), quote: '' };
      const { text, quote } = reasonOf(t, error, attempt.action);
      const stands = now ? standingWords(t, now, nameOf, attempt.currentUserId) : '';
      return { title: t('session.refusedTitle', { action }), text: `${text} ${stands}`.trim(), quote };
    }
  }
}

/** By code (RF 4.3, PB 3); the portal's own words add nothing to these. */
const reasons = new Map(
  Object.entries({
    EMPTY_ERROR: 'session.silent',
    ACCESS_DENIED: 'session.denied',
    ACCESS_DENIED_KICK: 'session.deniedKick',
    CHAT_TYPE: 'session.notALine',
    CHAT_ID: 'session.noChat',
    OPERATOR_WRONG: 'session.wrongOperator',
    USER_ID: 'session.unknownUser',
    ERROR_USER_NOT_OPERATOR: 'session.notOperator',
    NOT_LOAD_CHAT: 'session.noSession',
    NOT_LOAD_SESSION_OR_CHAT: 'session.noSession',
  } as const),
);

function reasonOf(t: Say, error: PortalError, action: SessionAction): Omit<ProblemWords, 'title'> {
  if (error.code === 'EMPTY_ERROR' && action === 'skip') return { text: t('session.silentSkip'), quote: '' };
  const known = reasons.get(error.code);
  if (known) return { text: t(known), quote: '' };
  const { title, text, quote } = problemWords(t, problemOf(error));
  return { text: [`${title}.`, text].join(' ').trim(), quote };
}

function standingWords(
  t: Say,
  now: LineDialog,
  nameOf: (id: number) => string,
  currentUserId: number,
): string {
  const { ownerId, sessionId } = now;
  if (sessionId === null) return t('session.nowClosed');
  if (ownerId === null) return t('session.nowNobody');
  return ownerId === currentUserId ? t('session.nowOwn') : t('session.nowOwner', { name: nameOf(ownerId) });
}
