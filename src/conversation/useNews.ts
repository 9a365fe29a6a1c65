/** What is new to the reader, for the message list. */
import { useState } from 'react';
import { advance, countUnseen, type News, noNews, type Situation } from './news.ts';

interface Shown extends Situation {
  /** a part of the dialog is on the screen that does not reach its newest messages */
  isDetached: boolean;
}

/** Follows the timeline; the returned state already counts with what is being rendered. */
export function useNews(situation: Shown): News & { unseen: number; newsAfter: number | null } {
  const [known, setKnown] = useState(noNews);
  const news = advance(known, situation);
  // React renders again at once, before anything is on the screen.
  if (news !== known) setKnown(news);

  // What comes while it is not shown is no news any more when it is shown.
  const [heard, setHeard] = useState(0);
  const newest = situation.timeline.messages.at(-1)?.id ?? 0;
  if (situation.isDetached && newest !== heard) setHeard(newest);

  return {
    ...news,
    unseen: countUnseen(news, situation.timeline, situation.currentUserId),
    newsAfter: news.firstFill === null ? null : Math.max(news.firstFill, heard),
  };
}
