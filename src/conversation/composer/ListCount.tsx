/** How long a list is: said a moment after it has come, because what is there from the start is not read out. */
import { useEffect, useState } from 'react';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';

export function ListCount({ words }: { words: string }) {
  const [told, setTold] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTold(words), 100);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <output>
      <VisuallyHidden>{told}</VisuallyHidden>
    </output>
  );
}
