/** What this page uploads just now, by the key of its item: rows show how far it is, and cancel it. */
import type { SendingProgress } from '../portal/methods/sentFile.ts';

export interface UploadState extends SendingProgress {
  /** It shall be cancelled, if that is still possible. */
  isCancelling: boolean;
}

interface Running {
  state: UploadState;
  cancelling: AbortController;
}

const running = new Map<string, Running>();
/** keys */
const cancelled = new Set<string>();
const listeners = new Set<() => void>();

export interface UploadTold {
  signal: AbortSignal;
  report: (progress: SendingProgress) => void;
  /** It is over, however it ended. */
  end: () => void;
}

/** @param size bytes */
export function beginUpload(key: string, size: number): UploadTold {
  const cancelling = new AbortController();
  tell(key, { cancelling, state: { sent: 0, total: size, canCancel: true, isCancelling: false } });
  return {
    signal: cancelling.signal,
    report: (progress) =>
      tell(key, { cancelling, state: { ...progress, isCancelling: cancelling.signal.aborted } }),
    end: () => tell(key, null),
  };
}

/** Nothing happens when it is too late, or another page uploads it. */
export function cancelUpload(key: string): void {
  const upload = running.get(key);
  if (!upload?.state.canCancel) return;
  tell(key, { ...upload, state: { ...upload.state, isCancelling: true } });
  cancelled.add(key);
  upload.cancelling.abort();
}

/** Somebody has cancelled it in this page: here its text goes back into the composer. */
export function wasCancelledHere(key: string): boolean {
  return cancelled.has(key);
}

/** null: this page does not upload it; the same object as long as nothing has changed */
export function uploadOf(key: string): UploadState | null {
  return running.get(key)?.state ?? null;
}

export function subscribeToUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(key: string, upload: Running | null): void {
  if (upload) running.set(key, upload);
  else running.delete(key);
  for (const listener of listeners) listener();
}
