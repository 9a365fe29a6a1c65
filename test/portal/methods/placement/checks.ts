/** What some places check by themselves; their errors come with HTTP 200 (PB 6, step 6; RF 6.1, 6.5). */
import { V2Error } from '../../rest/errors.ts';

/** @throws V2Error with status 200 */
export type OptionsCheck = (options: Readonly<Record<string, string>>) => void;

const contexts = new Set(['ALL', 'USER', 'CHAT', 'LINES', 'CRM']);

function refuse(code: string, text: string): never {
  throw new V2Error(code, text, 200);
}

export const checkMessenger: OptionsCheck = ({ context = '', extranet = '', role = '' }) => {
  const named = context === '' ? [] : context.toUpperCase().split(';');
  if (named.some((name) => !contexts.has(name))) refuse('INVALID_ERROR_CONTEXT', 'Invalid context');
  if (!['', 'Y', 'N'].includes(extranet.toUpperCase())) refuse('INVALID_ERROR_EXTRANET', 'Invalid extranet');
  if (!['', 'USER', 'ADMIN'].includes(role.toUpperCase())) refuse('INVALID_ERROR_ROLE', 'Invalid role');
};

export const checkWorker: OptionsCheck = ({ errorHandlerUrl = '' }) => {
  if (errorHandlerUrl === '') refuse('EMPTY_ERROR_HANDLER_URL', 'Empty error handler URL');
};
