/** first texts of which verdicts are kept */
const most = 200;

/**
 * The same verdicts on pairs of texts, worked out once each as long as not too many others come in between. A chat that
 * is read every few seconds compares the same texts again and again.
 * @param decide pure
 */
export function remembered(
  decide: (one: string, other: string) => boolean,
): (one: string, other: string) => boolean {
  const verdicts = new Map<string, Map<string, boolean>>();
  return (one, other) => {
    const known = verdicts.get(one);
    const before = known?.get(other);
    if (before !== undefined) return before;
    const verdict = decide(one, other);
    if (known && known.size < most) known.set(other, verdict);
    else {
      if (verdicts.size >= most) verdicts.clear();
      verdicts.set(one, new Map([[other, verdict]]));
    }
    return verdict;
  };
}
