/** The bar above the app in webhook development: where the app is opened, on what, and what a webhook cannot do. */
import { useState } from 'react';
import { Button } from '../ui/Button/Button.tsx';
import styles from './PlacementBar.module.css';
import { optionOf, places, type Opened, type Place } from './places.ts';
import { wordsFor } from './words.ts';

/** A form sent by GET: the choice stands in the page's address, and the app starts anew as it does in a portal. */
export function PlacementBar({ opened, portalHost }: { opened: Opened; portalHost: string }) {
  const words = wordsFor(navigator.language);
  const [place, setPlace] = useState<Place>(opened.place);
  const option = optionOf(place);
  return (
    <header className={styles.bar}>
      <form className={styles.form} aria-label={words.bar}>
        <span className={styles.portal}>
          {words.portal}: {portalHost}
        </span>
        <label>
          {words.placement}{' '}
          <select
            className={styles.field}
            name="placement"
            value={place}
            onChange={({ target }) => setPlace(places.find((name) => name === target.value) ?? 'DEFAULT')}
          >
            {places.map((name) => (
              <option key={name} value={name}>
                {words.places[name]}
              </option>
            ))}
          </select>
        </label>
        {option && (
          <label key={place}>
            {option === 'taskId' ? words.taskId : words.elementId}{' '}
            <input
              className={styles.field}
              name={option}
              defaultValue={place === opened.place ? opened.id : ''}
              required
              pattern="[1-9][0-9]*"
              inputMode="numeric"
              size={8}
            />
          </label>
        )}
        <Button type="submit" size="small">
          {words.open}
        </Button>
        <Button size="small" aria-label={words.help} popoverTarget="webhook-help">
          ?
        </Button>
      </form>
      <div id="webhook-help" popover="auto" className={styles.help}>
        <p>{words.really}</p>
        <h2>{words.cannot}</h2>
        <ul>
          {words.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </div>
    </header>
  );
}
