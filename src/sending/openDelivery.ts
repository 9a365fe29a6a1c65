/** The one delivery of this page: everything that this person sends through this portal. */
import { openNews } from '../delivery/broadcast.ts';
import { openBrowserStore } from '../delivery/browserStore.ts';
import { createTurns } from '../delivery/browserTurns.ts';
import { createClock } from '../delivery/clock.ts';
import { createDelivery, type Delivery } from '../delivery/delivery.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import type { Portal } from '../portal/connect.ts';
import { isSameText, lengthForPortal } from '../portal/wireText.ts';
import { pageFileStore, type FileStore } from './fileStore.ts';
import { createPolicies } from './policies.ts';

export interface DeliveryOwner {
  portal: Portal;
  userId: number;
}

export interface OpenDelivery {
  delivery: Delivery;
  store: DeliveryStore;
  fileStore: FileStore;
  texts: PortalTexts;
}

/** What the portal makes of texts, as far as a screen needs it. */
export interface PortalTexts {
  /** code points, never fewer than the portal will count */
  countOf: (typed: string) => number;
  /** whether a message's text is what the portal made of a typed one */
  isSameText: (typed: string, readBack: string) => boolean;
}

/** ms; a window that is closed with the very key press that sends cannot tell the others of it */
const takesUpEvery = 60_000;

const opened = new WeakMap<Portal, OpenDelivery>();

/** The same one for all screens of the page; it lives as long as the page. */
export function openDelivery({ portal, userId }: DeliveryOwner): OpenDelivery {
  const known = opened.get(portal);
  if (known) return known;
  const owner = { memberId: portal.memberId, userId };
  const clock = createClock();
  const store = openBrowserStore(owner);
  const delivery = createDelivery({
    store,
    policies: createPolicies(portal, userId),
    turns: createTurns({ store, owner, clock }),
    news: openNews(owner),
    clock,
    isOnline: () => navigator.onLine,
  });
  window.addEventListener('online', delivery.resume);
  window.addEventListener('offline', delivery.resume);
  document.addEventListener('visibilitychange', () => void delivery.takeUp());
  window.setInterval(() => void delivery.takeUp(), takesUpEvery);
  void delivery.start();
  const open = {
    delivery,
    store,
    fileStore: pageFileStore(),
    texts: { countOf: lengthForPortal, isSameText },
  };
  opened.set(portal, open);
  return open;
}
