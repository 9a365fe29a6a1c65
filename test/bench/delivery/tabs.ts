/** The tabs of one person's browser, side by side: what the person does is handed to them, what they see is noted. */
import type { BrowserContext } from 'playwright';
import type { Random } from '../../portal/faults/random.ts';
import type { Order, StartOptions } from '../page/protocol.ts';
import type { Book } from './book.ts';
import type { Write } from './known.ts';
import { inTime, openTab, type Tab } from './pages.ts';
import { pick } from './texts.ts';

const tabCount = 3;
/** ms by the wall clock, between two looks at the pages */
const beat = 120;

interface TabsOptions {
  context: BrowserContext;
  portalOrigin: string;
  start: StartOptions;
  book: Book;
  writes: readonly Write[];
  random: Random;
}

export function openTabs({ context, portalOrigin, start, book, writes, random }: TabsOptions) {
  const tabs = new Map<number, Tab>();
  const opening = new Map<number, Promise<void>>();
  let opened = 0;
  let kills = 0;

  function say(what: string): void {
    book.events.push(`${new Date().toISOString().slice(14, 23)} ${what}`);
  }

  function open(place: number): Promise<void> {
    opened += 1;
    const name = `tab${opened}`;
    const done = openTab(context, portalOrigin, name, start, (key, at, text) =>
      book.noteAttempt(name, key, at, text),
    )
      .then(async (tab) => {
        await reconcile(tab);
        tabs.set(place, tab);
        say(`${name} is open`);
      })
      .catch((reason: unknown) => void book.wrong.push(`${name} did not open: ${String(reason)}`))
      .finally(() => opening.delete(place));
    opening.set(place, done);
    return done;
  }

  /** What a page does between the last look at it and its end, nobody has seen: the store knows. */
  async function reconcile(tab: Tab): Promise<void> {
    const began = Date.now();
    const keys = await tab.storedKeys();
    const alive = new Set([...tabs.values()].map(({ name }) => name));
    if (keys) book.reconcile(new Set(keys), began, alive, writes);
  }

  async function openAll(): Promise<void> {
    await Promise.all(opening.values());
    for (let place = 0; place < tabCount; place += 1) {
      for (let tries = 0; tries < 3 && !tabs.has(place); tries += 1) await open(place);
    }
    if (tabs.size === 0) throw new Error(`No page opens: ${book.wrong.join('\n')}`);
  }

  /** One that answers no more is as good as thrown away. */
  function replace(dead: Tab): void {
    const [place] = [...tabs].find(([, tab]) => tab === dead) ?? [];
    if (place === undefined) return;
    tabs.delete(place);
    opening.set(
      place,
      dead.kill('close').then(() => open(place)),
    );
  }

  return {
    openAll,
    kills: () => kills,
    async reconcile(): Promise<void> {
      const [tab] = tabs.values();
      if (tab) await reconcile(tab);
    },
    /** How each living page stands, for the evidence. */
    async inspect(): Promise<string[]> {
      const pages = context.pages().length;
      const found = await Promise.all(
        [...tabs.values()].map(async (tab) => `${tab.name}: ${JSON.stringify(await tab.inspect(), null, 1)}`),
      );
      return [`${pages} pages open, ${tabs.size} tabs known`, ...found];
    },
    /** Now and then one tab is thrown away, seldom all of them; they come back soon after. */
    maybeKill(often: number): void {
      if (tabs.size === 0 || opening.size > 0 || random() > 0.02 * often) return;
      const victims = random() < 0.15 ? [...tabs.keys()] : [pick(random, [...tabs.keys()])];
      for (const place of victims) {
        const tab = tabs.get(place);
        tabs.delete(place);
        kills += 1;
        say(`${tab?.name} is thrown away`);
        const again = tab?.kill(random() < 0.5 ? 'close' : 'leave') ?? Promise.resolve();
        opening.set(
          place,
          again.then(() => {
            say(`${tab?.name} is gone`);
            return open(place);
          }),
        );
      }
    },
    /** Until `next` says that it is over, hands what the person does to some page, and notes what all pages see. */
    async live(until: number, next: () => 'over' | Order[]): Promise<void> {
      while (Date.now() < until) {
        const ready = [...tabs.values()].filter(({ isReady }) => isReady);
        const orders = ready.length === 0 ? [] : next();
        if (orders === 'over') return;
        const parts = ready.map((): typeof orders => []);
        // One page a lane at a time would be too kind: whoever writes may be anywhere.
        for (const order of orders) {
          const to = Math.floor(random() * ready.length);
          parts[to]?.push(order);
          const write = order.do === 'add' ? writes[order.write] : undefined;
          if (write) write.page = ready[to]?.name;
        }
        await Promise.all(
          ready.map(async (tab, index) => {
            const sights = await inTime(tab.exchange(parts[index] ?? []), answerLimit);
            if (sights === null) {
              if (tab.isReady) say(`${tab.name} does not answer`);
              replace(tab);
            }
            for (const sight of sights ?? []) book.note(tab.name, sight, writes);
          }),
        );
        const alive = new Set([...tabs.values()].map(({ name }) => name));
        for (const write of writes) {
          if (write.state === 'handed' && !alive.has(write.page ?? '')) write.state = 'unknown';
        }
        await new Promise((resolve) => setTimeout(resolve, beat));
      }
    },
  };
}

/** ms; a page that is under way to elsewhere may never answer */
const answerLimit = 5_000;
