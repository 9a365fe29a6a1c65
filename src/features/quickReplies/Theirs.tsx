/** A quick reply as somebody else has written it. */
import styles from './quickReplies.module.css';
import type { Reply } from './replies.ts';

export function Theirs({ reply }: { reply: Reply }) {
  return (
    <blockquote className={styles.theirs}>
      <bdi className={styles.name}>{reply.title}</bdi>
      <p dir="auto">{reply.text}</p>
    </blockquote>
  );
}
