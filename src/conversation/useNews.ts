/** What is new to the reader, for the message list. */
import { useState } from 'react';
import { advance, countUnseen, type News, noNews, type Situation } from './news.ts';

/** Follows the timeline; the returned state already counts with what is being rendered. */
export function useNews(situation: Situation): News & { unseen: number } {
  const [known, setKnown] = useState(noNews);
  const news = advance(known, situation);
  // React renders again at once, before anything is on the screen.
  if (news !== known) setKnown(news);
  return { ...news, unseen: countUnseen(news, situation.timeline, situation.currentUserId) };
}
