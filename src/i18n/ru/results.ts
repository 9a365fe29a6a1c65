/** Results of a task: Russian. */
import type { Catalogue } from '../catalogue.ts';

export const results: Catalogue['results'] = {};
