// Accessibility of what is rendered, by axe-core.
import axe from 'axe-core';

/** The violations in an element: the rule, and where. Rules about whole pages do not apply to a part. */
export async function violations(element: Element): Promise<string[]> {
  const { violations: found } = await axe.run(element, { rules: { region: { enabled: false } } });
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
