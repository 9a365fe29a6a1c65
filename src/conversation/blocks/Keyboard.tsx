/** The buttons of a message as words: they belong to the portal's own client, only its links lead somewhere from here. */
import { useTranslation } from '../../i18n/context.tsx';
import type { KeyboardButton } from '../../portal/methods/keyboard.ts';
import { BbLink } from '../../text/BbLink.tsx';
import { inOrder } from './inOrder.ts';
import styles from './Keyboard.module.css';

interface KeyboardProps {
  buttons: readonly KeyboardButton[];
  /** `https://acme.bitrix24.com` */
  portalOrigin: string;
}

export function Keyboard({ buttons, portalOrigin }: KeyboardProps) {
  const { t } = useTranslation();
  const label = t('blocks.buttons');
  return (
    <div className={styles.keyboard}>
      <span aria-hidden>{label}</span>
      <ul className={styles.buttons} aria-label={label}>
        {inOrder(buttons, ({ text, address }) => (
          <li className={styles.button}>
            <BbLink address={address ?? ''} portalOrigin={portalOrigin} nested={false}>
              <bdi>{text}</bdi>
            </BbLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
