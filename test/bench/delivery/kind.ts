/** What the bench needs to know of a kind of send. */
import type { PortalContext } from '../../portal/context.ts';
import type { What } from '../page/protocol.ts';
import type { FaultPlan } from './faultPlan.ts';

/** The signed-in person of the local portal. */
export const self = 1;
export const colleague = 2;

/** What is written to one place, one after the other. */
export interface BenchLane {
  /** delivery's name of it */
  lane: string;
  /** a send of this text */
  write(text: string): What;
  /** Somebody else, or the same person elsewhere, sends the same thing. */
  interfere(text: string, by: Writer): void;
  /** The same for texts of which the portal makes the same, but for white space. */
  groupOf(text: string): string;
  /** Everything of this text that the person's sends have ever made. */
  made(text: string): Made[];
  /** Somebody else has made what is not made twice (`check-first`). */
  isMadeByOthers(): boolean;
}

/** 'messenger': the same person in the portal's own; 'otherDevice': through this app elsewhere. */
export type Writer = 'colleague' | 'messenger' | 'otherDevice';

export interface Made {
  id: number;
  /** ms since 1970 by the wall clock, when the portal made it */
  at: number;
  /** the portal still holds it */
  isHeld: boolean;
}

export interface Kind {
  faults: FaultPlan;
  /** extra copies are taken back; false: told */
  takesBack: boolean;
  /** how many lanes for so many sends */
  laneCount(sends: number): number;
  addLane(context: PortalContext, number: number): BenchLane;
}
