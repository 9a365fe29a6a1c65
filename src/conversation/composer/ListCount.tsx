/** How long a list is, said a moment after it has come. */
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import { useSaidLater } from './useSaidLater.ts';

export function ListCount({ words }: { words: string }) {
  const told = useSaidLater(words);
  return (
    <output>
      <VisuallyHidden>{told}</VisuallyHidden>
    </output>
  );
}
