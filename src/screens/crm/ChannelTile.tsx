/** The channel of a chat as a small round sign. Decoration: the channel's name stands beside it. */
import { inkOn } from '../../ui/contrast.ts';
import { colorOf, initialsOf } from '../../ui/Avatar/initials.ts';
import styles from './ChatRow.module.css';
import { connectorLook } from './connectors.ts';

interface ChannelTileProps {
  connectorId: string;
  title: string;
}

export function ChannelTile({ connectorId, title }: ChannelTileProps) {
  const look = connectorLook(connectorId);
  const background = look?.color ?? colorOf(title);
  return (
    <span className={styles.tile} style={{ background, color: inkOn(background) }} aria-hidden>
      {look?.letters ?? initialsOf(title)}
    </span>
  );
}
