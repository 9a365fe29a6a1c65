/** What a message answers, as much of it as a line shows. */

export interface Quote {
  /** the message that is answered */
  messageId: number;
  /** 0 = the system */
  authorId: number;
  /** BB code, hostile; may be empty where the message is a file */
  text: string;
  isDeleted: boolean;
}
