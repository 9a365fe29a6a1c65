/** The shape of a screen while its first answer is awaited. */
import { Skeleton } from '../Skeleton/Skeleton.tsx';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden.tsx';
import { Screen } from './Screen.tsx';
import styles from './Screen.module.css';

/** @param label what is being loaded, for screen readers */
export function LoadingScreen({ label }: { label: string }) {
  return (
    <Screen>
      <VisuallyHidden>
        <output>{label}</output>
      </VisuallyHidden>
      <div className={styles.header} aria-hidden="true">
        <div className={styles.about}>
          <Skeleton width="16rem" height="1.2rem" />
          <Skeleton width="10rem" height="0.8rem" />
        </div>
      </div>
    </Screen>
  );
}
