/** What a message of another chat needs around it to be told and dealt with. */
import type { Desk } from '../../sending/useDesk.ts';

/** A chat that can be opened in this window. */
export interface OtherChat {
  /** may be hostile */
  name: string;
  open: () => void;
}

export interface ElsewhereAround {
  desk: Pick<Desk, 'unsent' | 'isDown' | 'sendIn' | 'checkIn' | 'removeIn' | 'isSentIn'>;
  portalOrigin: string;
  userId: number;
  /** null: it cannot be opened in this window */
  chatOf?: ((lane: string) => OtherChat | null) | undefined;
}
