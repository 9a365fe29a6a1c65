/** What can be done with a message, and the keys for it: Russian. */
import type { Catalogue } from '../catalogue.ts';

export const actions: Catalogue['actions'] = {};
