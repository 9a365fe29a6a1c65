/** The page's delivery, loaded once the screen stands: until a person has read, nobody writes. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Overview } from '../delivery/delivery.ts';
import type { LaneView } from '../delivery/lanes.ts';
import { countCodePoints } from '../text/count.ts';
import type { DeliveryOwner, OpenDelivery, PortalTexts } from './openDelivery.ts';

export interface LaneState extends LaneView {
  overview: Overview;
  /** null while it is being loaded */
  opened: OpenDelivery | null;
  texts: PortalTexts;
  /** it could not be loaded, and will not be before the page is */
  isMissing: boolean;
  /** Resolves when it is there. Rejects when it cannot be loaded: a browser does not ask again until the page is reloaded. */
  whenOpen: () => Promise<OpenDelivery>;
}

const noView: LaneView = {
  items: [],
  held: new Map(),
  claims: new Map(),
  hidden: new Set(),
  copied: new Map(),
};
const noOverview: Overview = { isDown: false, isLasting: true, unsent: [] };

/** What was not sent yet cannot be told apart from messages, and need not be. */
const plainTexts: PortalTexts = {
  countOf: countCodePoints,
  isSameText: (typed, readBack) => typed === readBack,
};

async function load(owner: DeliveryOwner): Promise<OpenDelivery> {
  const { openDelivery } = await import('./openDelivery.ts');
  return openDelivery(owner);
}

/** @param owner must stay the same one for the life of the screen */
export function useDelivery(owner: DeliveryOwner, lane: string): LaneState {
  const [opened, setOpened] = useState<OpenDelivery | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [opening] = useState(() => load(owner));
  useEffect(() => {
    let isCurrent = true;
    opening.then(
      (open) => isCurrent && setOpened(open),
      // What is sent then comes back into the composer.
      () => isCurrent && setMissing(true),
    );
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
  const texts = opened?.texts ?? plainTexts;
  return { ...view, overview, opened, isMissing, texts, whenOpen: useCallback(() => opening, [opening]) };
}
