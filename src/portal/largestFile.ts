/** Stands alone: a screen that refuses a file needs no more of the portal than this. */

/** bytes; the portal counts characters of Base64, and 100 MB to the byte would make three too many (RF 3.10) */
export const largestFile = 100 * 1024 * 1024 - 1;
