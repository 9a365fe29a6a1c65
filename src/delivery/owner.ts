/** Whose things they are: frames under two portals may share one storage (BF 6), and so may two persons. */
export interface Owner {
  /** the portal's `member_id` */
  memberId: string;
  userId: number;
}

/** For what a browser names by a string: locks and channels. */
export function nameOf({ memberId, userId }: Owner, ...rest: string[]): string {
  return ['chat-desk', memberId, String(userId), ...rest].join(':');
}
