/** Names with their values: below each other, beside each other, or in two columns. */
import type { GridCell } from '../../portal/methods/attach.ts';
import { BbLink } from '../../text/BbLink.tsx';
import { safeLink } from '../../text/safeLink.ts';
import type { Around } from '../around.ts';
import { MessageText } from '../MessageText.tsx';
import { colored } from './blockColor.ts';
import styles from './GridBlock.module.css';
import { inOrder } from './inOrder.ts';

export function GridBlock({ cells, around }: { cells: readonly GridCell[]; around: Around }) {
  return inOrder(runsOf(cells), ({ display, run }) => (
    <dl className={styles.grid} data-display={display}>
      {inOrder(run, (cell) => (
        <div className={styles.cell} style={widthOf(cell)}>
          <dt className={styles.name} dir="auto">
            {cell.name}
          </dt>
          <dd className={styles.value} {...colored(cell.color)}>
            <Value cell={cell} around={around} />
          </dd>
        </div>
      ))}
    </dl>
  ));
}

function Value({ cell, around }: { cell: GridCell; around: Around }) {
  const { portalOrigin } = around;
  const address = cell.address ?? '';
  const text = cell.value.trim() === '' ? address : cell.value;
  // The whole value leads there; a link in it would be one in another.
  const isLink = safeLink(address, portalOrigin) !== null;
  return (
    <BbLink address={address} portalOrigin={portalOrigin} nested={false}>
      <MessageText text={text} around={around} inLink={isLink} />
    </BbLink>
  );
}

function widthOf({ display, width }: GridCell) {
  return display === 'line' && width !== null ? { flexBasis: `${width}px` } : undefined;
}

/** Neighbours of one way of showing stand together, in the order written. */
function runsOf(cells: readonly GridCell[]) {
  const runs: Array<{ display: GridCell['display']; run: GridCell[] }> = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last?.display === cell.display) last.run.push(cell);
    else runs.push({ display: cell.display, run: [cell] });
  }
  return runs;
}
