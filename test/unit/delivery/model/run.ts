/** One story: pages, a portal, what happens to them, and whether the promises were kept. */
import type { Overview } from '../../../../src/delivery/delivery.ts';
import type { Unsent } from '../../../../src/delivery/lanes.ts';
import { createAgenda } from './agenda.ts';
import type { Event, Luck } from './luck.ts';
import { createBrowser, type Page, type TurnsBy } from './pages.ts';
import { kinds, lanesOf } from './policies.ts';
import { createPortal } from './portal.ts';
import { createPromises } from './promises.ts';

export interface Story {
  turnsBy: TurnsBy;
  /** two kinds share a lane */
  areLanesShared?: boolean;
  /** no page is gone, or asleep for so long, that nobody knows whether its attempt has left */
  mustLeave?: boolean;
  luck: Luck;
  events: Event[];
  /** called after the events, before all is well */
  look?: (pages: readonly Page[]) => void;
}

const texts = ['x', 'y'];

/** @returns the promises that were broken */
export async function run({
  turnsBy,
  luck,
  events,
  areLanesShared = false,
  mustLeave = false,
  look,
}: Story): Promise<string[]> {
  const laneOf = lanesOf(areLanesShared);
  const agenda = createAgenda();
  const portal = createPortal(agenda, luck);
  const promises = createPromises(agenda, portal);
  const { onChange, onAttempt, onCopiesShown } = promises;
  const browser = createBrowser({
    agenda,
    portal,
    turnsBy,
    laneOf,
    pauses: luck.pauses,
    onChange,
    onAttempt,
  });
  // What was there before: the same words, once by somebody else and once by this person.
  for (const kind of kinds) {
    portal.write({ lane: laneOf({ kind }), text: 'x', isOwn: kind !== 'check', uuid: null, madeBy: null });
  }
  await agenda.pass(60_000);
  browser.open();
  for (const event of events) {
    happen(event);
    await agenda.pass(event.do === 'pass' ? event.ms : 1);
  }

  look?.(browser.pages);
  portal.isCalm = true;
  portal.isOnline = true;
  for (const page of browser.pages) page.wakesAt = Math.min(page.wakesAt, agenda.now());
  await agenda.pass(130_000);
  // A page that died between storing and telling leaves what others find when they look, or the next page.
  if (browser.pages.length === 0) browser.open();
  for (const { delivery } of browser.pages) {
    delivery.resume();
    void delivery.takeUp();
  }
  await rest();
  promises.assertKept(browser, mustLeave);
  // All is well, so what the person sends again is sent.
  const refused = unsentOf(browser.pages[0]).filter(({ item }) => item.state === 'refused');
  for (const { lane, item } of refused) void browser.pages[0]?.delivery.sendAgain(lane, item.key);
  await rest();
  const sentAgain = new Set(refused.map(({ item }) => item.key));
  const stillRefused = unsentOf(browser.pages[0]).filter(({ item }) => item.state === 'refused');
  if (stillRefused.some(({ item }) => sentAgain.has(item.key)))
    promises.broken.push('sent again, and refused without being tried');
  promises.assertKept(browser, mustLeave);
  for (const page of browser.pages) browser.die(page);
  return promises.broken;

  async function rest(): Promise<void> {
    if (!(await agenda.passAll(3 * 3_600_000))) promises.broken.push('never comes to rest');
  }

  function unsentOf(page: Page | undefined): Overview['unsent'] {
    return page?.delivery.getOverview().unsent ?? [];
  }

  function pageAt(index: number): Page | undefined {
    const awake = browser.pages.filter(({ wakesAt }) => wakesAt <= agenda.now());
    return awake[index % awake.length];
  }

  function happen(event: Event): void {
    const page = 'page' in event ? pageAt(event.page) : undefined;
    const kind = kinds['lane' in event ? event.lane % kinds.length : 0] ?? 'task';
    const text = texts['text' in event ? event.text % texts.length : 0] ?? 'x';
    const lane = laneOf({ kind });
    switch (event.do) {
      case 'add':
        void page?.delivery.add(lane, { kind, text, target: {} });
        break;
      case 'open':
        if (browser.pages.length < 3) browser.open();
        break;
      case 'die':
        if (page) browser.die(page);
        break;
      case 'freeze':
        if (page) page.wakesAt = agenda.now() + event.ms;
        break;
      case 'screenReads':
        if (page) void screenReads(page, lane);
        break;
      case 'person': {
        const chosen = chosenIn(page, event.pick, event.act === 'remove');
        if (chosen) void page?.delivery[event.act](chosen.lane, chosen.item.key);
        break;
      }
      case 'undo': {
        const chosen = chosenIn(page, event.pick, true);
        if (page && chosen) void takeOutAndBack(page, chosen, event.ms);
        break;
      }
      case 'otherWrites': {
        const isOwn = event.who === 'me elsewhere';
        portal.write({ lane, text, isOwn, uuid: crypto.randomUUID(), madeBy: null });
        break;
      }
      case 'edit': {
        const own = portal.messages.filter((message) => message.lane === lane && message.madeBy !== null);
        const chosen = own[event.pick % own.length];
        if (chosen) chosen.isEdited = true;
        break;
      }
      case 'setClock':
        browser.skew += event.ms;
        break;
      case 'online':
      case 'offline':
        portal.isOnline = event.do === 'online';
        if (portal.isOnline) for (const one of browser.pages) one.delivery.resume();
        break;
      case 'pass':
      default:
    }
  }

  /** @param canWait one that is shown as waiting, too; in the store it may have begun by now */
  function chosenIn(page: Page | undefined, pick: number, canWait: boolean): Unsent | undefined {
    const states = new Set(['refused', 'stillUnclear', ...(canWait ? ['queued'] : [])]);
    const asking = unsentOf(page).filter(({ item }) => states.has(item.state));
    return asking[pick % asking.length];
  }

  async function takeOutAndBack(page: Page, { lane, item }: Unsent, ms: number): Promise<void> {
    const out = await page.delivery.takeOut(lane, item.key);
    agenda.in(ms, () => {
      if (page.isAlive && page.wakesAt <= agenda.now()) void out?.restore();
    });
  }

  async function screenReads(page: Page, lane: string): Promise<void> {
    const began = agenda.now();
    const reading = await portal.read(lane);
    if (page.isAlive && page.wakesAt <= agenda.now() && typeof reading !== 'string') {
      page.delivery.settle(lane, reading.slice(-20), began);
      for (const id of page.delivery.getLane(lane).copied.keys()) {
        onCopiesShown(id);
        page.delivery.copiesShown(lane, id);
      }
    }
  }
}
