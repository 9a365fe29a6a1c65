/** Asks for the address of a link. Loaded with its first use. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import { readAddress } from './address.ts';
import { Floating } from './Floating.tsx';
import styles from './LinkForm.module.css';

interface LinkFormProps {
  anchor: RefObject<HTMLElement | null>;
  /** what is chosen in the text: an address is taken over */
  chosen: string;
  onChoose: (address: string) => void;
  /** `isByKey`: the focus is to go back to where it was */
  onClose: (isByKey: boolean) => void;
}

/** No `<form>`: it stands in the composer's own. */
export function LinkForm({ anchor, chosen, onChoose, onClose }: LinkFormProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() => (/^https?:\/\//i.test(chosen) ? (readAddress(chosen) ?? '') : ''));
  const [isWrong, setWrong] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const submit = () => {
    const address = readAddress(typed);
    if (address !== null) {
      onChoose(address);
      return;
    }
    setWrong(true);
    field.current?.focus();
  };
  const onKey = ({ key, target }: KeyboardEvent) => {
    const isSubmit = key === 'Enter' && target === field.current;
    if (isSubmit) submit();
    if (key === 'Escape') onClose(true);
    return isSubmit || key === 'Escape';
  };
  return (
    <Floating
      anchor={anchor}
      width={340}
      label={t('composer.link')}
      onLeave={() => onClose(false)}
      onKey={onKey}
    >
      <div className={styles.form}>
        <TextField
          ref={field}
          label={t('composer.address')}
          value={typed}
          placeholder="https://"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          problem={isWrong ? t('composer.addressWrong') : undefined}
          onChange={(value) => {
            setTyped(value);
            setWrong(false);
          }}
        />
        <div className={styles.buttons}>
          <Button variant="quiet" onClick={() => onClose(true)}>
            {t('composer.cancel')}
          </Button>
          <Button variant="primary" onClick={submit}>
            {t('composer.insertLink')}
          </Button>
        </div>
      </div>
    </Floating>
  );
}
