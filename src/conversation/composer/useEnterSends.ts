/** Whether Enter alone sends, as this person wants it in this browser. */
import { useState } from 'react';

const key = 'chat-desk.enter';

/** `[enterSends, toggle]`; sends unless somebody chose otherwise. Where nothing can be stored it holds until the page goes. */
export function useEnterSends(): [boolean, () => void] {
  const [enterSends, setEnterSends] = useState(read);
  const toggle = () => {
    setEnterSends(!enterSends);
    try {
      localStorage.setItem(key, enterSends ? 'line' : 'send');
    } catch {
      // Stored or not, it holds for this page.
    }
  };
  return [enterSends, toggle];
}

function read(): boolean {
  try {
    return localStorage.getItem(key) !== 'line';
  } catch {
    return true;
  }
}
