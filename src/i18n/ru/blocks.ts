/** Blocks and buttons below a message: Russian. */
import type { Catalogue } from '../catalogue.ts';

export const blocks: Catalogue['blocks'] = {};
