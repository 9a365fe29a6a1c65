/** One soft, short sound, made on the spot. A browser lets a page sound only after a gesture in it. */

let context: AudioContext | undefined;
let isSilenced = false;
const listeners = new Set<() => void>();

/** ms; a browser that allows no sound does not say so, it lets `resume` wait for a gesture */
const patience = 500;

/**
 * Sounds if `mayRing` says so. It is asked last: what is decided there, another window need not do.
 * @returns whether it sounded. Never rejects.
 */
export async function ring(mayRing: () => Promise<boolean>): Promise<boolean> {
  const audio = await wake();
  if (!audio) return false;
  if (!(await mayRing())) {
    rest(audio);
    return false;
  }
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.connect(volume).connect(audio.destination);
  const now = audio.currentTime;
  tone.frequency.setValueAtTime(587, now);
  tone.frequency.setValueAtTime(784, now + 0.09);
  volume.gain.setValueAtTime(0.0001, now);
  volume.gain.exponentialRampToValueAtTime(0.08, now + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, now + 0.35);
  tone.addEventListener('ended', () => rest(audio));
  tone.start(now);
  tone.stop(now + 0.36);
  return true;
}

/** Finds out whether the page may sound; called in a gesture, it also asks for it. */
export async function tryOut(): Promise<void> {
  const audio = await wake();
  if (audio) rest(audio);
}

/** The browser keeps the page silent until somebody clicks or types in it. */
export function isBlocked(): boolean {
  return isSilenced;
}

export function onBlockedChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The context, running; null where there is none, or where it may not run. */
async function wake(): Promise<AudioContext | null> {
  try {
    context ??= new AudioContext();
    const audio = context;
    await Promise.race([audio.resume(), new Promise((resolve) => setTimeout(resolve, patience))]);
    const isRunning = audio.state === 'running';
    silence(!isRunning);
    // Else it would begin to run with the next gesture, for nothing.
    if (!isRunning) rest(audio);
    return isRunning ? audio : null;
  } catch {
    // No sound on this device.
    return null;
  }
}

/** An idle context keeps the device's audio open. */
function rest(audio: AudioContext): void {
  audio.suspend().catch(() => {});
}

function silence(next: boolean): void {
  if (next === isSilenced) return;
  isSilenced = next;
  for (const listener of listeners) listener();
}
