/** Apart from `wireText.ts`, which is loaded when somebody writes. */

/** The most code points a message keeps; the rest is cut without an error (PB 4.1, 2.1). */
export const textLimit = 20_000;
