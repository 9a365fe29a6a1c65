/** Searching a dialog, and moving about in it: Russian. */
import type { Catalogue } from '../catalogue.ts';

export const search: Catalogue['search'] = {};
