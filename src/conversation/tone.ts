/** How much a message on its way asks for attention. */
import type { Outgoing } from '../sending/outgoing.ts';

export type Tone = 'calm' | 'doubt' | 'refused';

/** `calm` also for a message that is through. */
export function toneOf(outgoing: Outgoing | undefined): Tone {
  if (outgoing?.state === 'refused') return 'refused';
  if (outgoing?.state === 'stillUnclear') return 'doubt';
  return outgoing?.state === 'confirming' && outgoing.problem ? 'doubt' : 'calm';
}
