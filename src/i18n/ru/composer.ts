/** Writing: tools, mentions, preview, answering, editing: Russian. */
import type { Catalogue } from '../catalogue.ts';

export const composer: Catalogue['composer'] = {};
