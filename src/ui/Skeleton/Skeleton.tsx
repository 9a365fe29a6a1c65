/** The place of something that is being loaded. Decoration: the region around it carries aria-busy and the words. */
import styles from './Skeleton.module.css';

interface SkeletonProps {
  /** CSS lengths; the full width and one line of text by default */
  width?: string;
  height?: string;
}

export function Skeleton({ width = '100%', height = '1em' }: SkeletonProps) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden />;
}
