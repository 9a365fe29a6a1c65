/** How often somebody has tried to send in spite of what keeps a reply back. */
import { useState } from 'react';

/**
 * @param words of what keeps it back; null: nothing does
 * @returns `times` in spite of these very words: once they have gone or are others, it begins anew
 */
export function useTried(words: string | null): { times: number; count: () => void } {
  const [tried, setTried] = useState({ words, times: 0 });
  if (tried.words !== words) setTried({ words, times: 0 });
  return {
    times: tried.words === words ? tried.times : 0,
    count: () => setTried(({ times }) => ({ words, times: times + 1 })),
  };
}
