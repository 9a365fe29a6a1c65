/** One line of `GET /control/requests`. */
export interface RequestEntry {
  /** ISO 8601, when it arrived */
  at: string;
  version: 'v2' | 'v3';
  /** as called, without `.json`; `OPTIONS` for a preflight */
  method: string;
  /** the methods inside a batch, in order; empty otherwise */
  batch: string[];
  /** HTTP status of the answer; 0 = the connection was closed without one, or not answered yet */
  status: number;
  /** whether a method's handler ran: false for what routing, auth, limits or a fault turned away */
  executed: boolean;
  /** from arrival to the end of the answer */
  ms: number;
  /** null when nobody was recognised */
  userId: number | null;
}
