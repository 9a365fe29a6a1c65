/** The page's delivery, loaded once the screen stands: until a person has read, nobody writes. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Overview } from '../delivery/delivery.ts';
import type { LaneView } from '../delivery/lanes.ts';
import type { DeliveryOwner, OpenDelivery } from './openDelivery.ts';

export interface LaneState extends LaneView {
  overview: Overview;
  /** null while it is being loaded */
  opened: OpenDelivery | null;
  /** Resolves when it is there. */
  whenOpen: () => Promise<OpenDelivery>;
}

const noView: LaneView = { items: [], claims: new Map(), hidden: new Set() };
const noOverview: Overview = { isDown: false, isLasting: true, unsent: [] };

async function load(owner: DeliveryOwner): Promise<OpenDelivery> {
  const { openDelivery } = await import('./openDelivery.ts');
  return openDelivery(owner);
}

/** @param owner must stay the same one for the life of the screen */
export function useDelivery(owner: DeliveryOwner, lane: string): LaneState {
  const [opened, setOpened] = useState<OpenDelivery | null>(null);
  const [opening] = useState(() => load(owner));
  useEffect(() => {
    let isCurrent = true;
    void opening.then((open) => isCurrent && setOpened(open));
    return () => {
      isCurrent = false;
    };
  }, [opening]);

  const delivery = opened?.delivery;
  const subscribe = useCallback(
    (listener: () => void) => delivery?.subscribe(listener) ?? (() => {}),
    [delivery],
  );
  const view = useSyncExternalStore(subscribe, () => delivery?.getLane(lane) ?? noView);
  const overview = useSyncExternalStore(subscribe, () => delivery?.getOverview() ?? noOverview);
  return { ...view, overview, opened, whenOpen: useCallback(() => opening, [opening]) };
}
