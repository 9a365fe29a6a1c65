/** What both ways of sending a file take and give. */

/** Bytes on the wire. */
export interface SendingProgress {
  sent: number;
  total: number;
  /** false: the portal may be storing it */
  canCancel: boolean;
}

export interface FileToUpload {
  /** `chat58`, or the id of a person */
  dialogId: string;
  /** with its ending; where it is taken, the portal numbers it: `report (1).pdf` */
  name: string;
  content: Blob;
  /** BB code; goes into the same message */
  text?: string;
  onProgress?: (progress: SendingProgress) => void;
  /** Cancels it as long as `canCancel`; after that it goes on. */
  signal?: AbortSignal;
}

export interface SentFile {
  messageId: number;
  fileId: number;
}

/**
 * A request may run for a minute once it has arrived, and it has to arrive over a line of 1 Mbit/s: 8 µs a byte. A
 * short limit would cut off a file on its way; without any, a dead connection would hold the dialog for ever. The
 * price: in that time a browser may repeat the request by itself (BF 1A).
 * @param size bytes on the wire @returns ms
 */
export function timeLimitFor(size: number): number {
  return 60_000 + size * 0.008;
}
