/** English words of the cards of the CRM. Loaded with their screens; see withCrmWords.ts. */
import { crm } from '../en/crm.ts';
import { forward } from '../en/forward.ts';
import { quickReplies } from '../en/quickReplies.ts';
import { session } from '../en/session.ts';
import { sound } from '../en/sound.ts';

export const crmEn = { crm, forward, quickReplies, session, sound } as const;
