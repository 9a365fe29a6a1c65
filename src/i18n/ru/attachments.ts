/** Files that are chosen, on their way, or refused: Russian. */
import type { Catalogue } from '../catalogue.ts';

export const attachments: Catalogue['attachments'] = {};
