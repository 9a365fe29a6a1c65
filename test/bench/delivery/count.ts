/**
 * The comparison: what was written against what the portal holds, text by text of each lane, as multisets. Texts of
 * which the portal makes the same but for white space are one: delivery promises no more, and nobody sees more. The
 * portal keeps a message that was taken back with its `typed`, so that every copy ever made can be counted.
 */
import type { Known, Write } from './known.ts';
import type { BenchLane, Made } from './kind.ts';
import { ourDoing } from './ourDoing.ts';

export interface Counts {
  /** not held, and nobody was asked */
  lost: number;
  /** held twice by our doing */
  duplicated: number;
  /** extra copies that the browser made */
  browserRepeats: number;
  /** of those: taken back */
  repaired: number;
  /** of those: told */
  told: number;
  /** said sent, not held */
  falseSent: number;
  /** asked although held */
  stillUnclear: number;
  /** asked, and not held: right */
  askedNotExecuted: number;
  /** pressed "Send again" on a doubt, and now held more than once */
  doubledByPerson: number;
  /** neither sent nor asked at the end */
  undrained: number;
}

export interface Finding {
  lane: string;
  text: string;
  what: Partial<Counts>;
  made: readonly Made[];
  items: readonly Known[];
}

export const nothing: Counts = {
  lost: 0,
  duplicated: 0,
  browserRepeats: 0,
  repaired: 0,
  told: 0,
  falseSent: 0,
  stillUnclear: 0,
  askedNotExecuted: 0,
  doubledByPerson: 0,
  undrained: 0,
};

export function count(
  lanes: readonly BenchLane[],
  known: readonly Known[],
  writes: readonly Write[],
  /** ms by the wall clock that one call may take */
  callLimit: number,
): { counts: Counts; findings: Finding[] } {
  const counts = { ...nothing };
  const findings: Finding[] = [];
  for (const lane of lanes) {
    const items = known
      .filter((item) => item.lane === lane.lane && !item.wasNeverStored)
      .map((item) => ({ item, group: lane.groupOf(item.text) }));
    const written = writes.filter((write) => write.lane === lane).map(({ text }) => text);
    for (const [group, texts] of grouped(written, (text) => lane.groupOf(text))) {
      const [text = ''] = texts;
      const same = items.filter((one) => one.group === group).map(({ item }) => item);
      const made = [...texts].flatMap((one) => lane.made(one)).toSorted((one, other) => one.at - other.at);
      const what = countOne(same, made, lane.isMadeByOthers(), callLimit);
      for (const name of names) counts[name] += what[name];
      if (names.some((name) => what[name] > 0 && name !== 'askedNotExecuted')) {
        findings.push({ lane: lane.lane, text, what: withoutZeros(what), made, items: same });
      }
    }
  }
  return { counts, findings };
}

const names: ReadonlyArray<keyof Counts> = [
  'lost',
  'duplicated',
  'browserRepeats',
  'repaired',
  'told',
  'falseSent',
  'stillUnclear',
  'askedNotExecuted',
  'doubledByPerson',
  'undrained',
];

/** Results: one lane, one group, whatever was typed. */
function grouped(texts: readonly string[], groupOf: BenchLane['groupOf']): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const text of texts) {
    const group = groupOf(text);
    groups.set(group, (groups.get(group) ?? new Set()).add(text));
  }
  return groups;
}

/** @param items all with the same text in the same lane */
function countOne(
  items: readonly Known[],
  made: Finding['made'],
  isMadeByOthers: boolean,
  callLimit: number,
): Counts {
  const verdicts = items.map(verdictOf);
  const of = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  const told = new Set(items.flatMap((item) => item.told));
  const held = made.filter(({ isHeld }) => isHeld).length;
  // One that was told as a copy is nobody's: the person has been asked about another one of the same text for good reason.
  const toldHeld = made.filter(({ id, isHeld }) => isHeld && told.has(id)).length;
  const [sent, asked, open] = [of('sent'), of('asked'), of('open')];
  const satisfied = isMadeByOthers ? Math.max(held, sent) : held;
  const falseSent = Math.max(0, sent - satisfied);
  const lost = Math.max(0, sent + open - satisfied);
  const stillUnclear = Math.min(asked, Math.max(0, held - toldHeld - sent - open));

  const extraMade = Math.max(0, made.length - items.length);
  const extraHeld = Math.max(0, held - items.length);
  const presses = items.reduce((sum, { pressed }) => sum + pressed.stillUnclear, 0);
  const ours = Math.min(extraMade, ourDoing(items, made, callLimit));
  const doubledByPerson = Math.min(ours, presses, extraHeld);
  return {
    lost,
    duplicated: Math.min(ours - Math.min(ours, presses), extraHeld),
    browserRepeats: extraMade - ours,
    repaired: Math.min(extraMade - ours, extraMade - extraHeld),
    told: told.size,
    falseSent,
    stillUnclear,
    askedNotExecuted: asked - stillUnclear,
    doubledByPerson,
    undrained: open,
  };
}

/**
 * What leaves its lane without the person says by that that it was sent, whether or not a page that lived on has seen
 * it as such: is it not held, it is lost and falsely said to be sent.
 */
function verdictOf({ item, isGone, removedAs }: Known): 'sent' | 'asked' | 'open' {
  if (removedAs !== undefined) return 'asked';
  if (isGone || item.state === 'sent') return 'sent';
  return item.state === 'refused' || item.state === 'stillUnclear' ? 'asked' : 'open';
}

function withoutZeros(counts: Counts): Partial<Counts> {
  return Object.fromEntries(Object.entries(counts).filter(([, value]) => value > 0));
}
