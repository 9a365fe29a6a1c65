/** Words for a region that is there before them: what a region holds from the start is not read out. */
import { useEffect, useState } from 'react';

/** @returns '' for a moment, and the words from then on */
export function useSaidLater(words: string): string {
  const [told, setTold] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTold(words), 100);
    return () => clearTimeout(timer);
  }, [words]);
  return told;
}
