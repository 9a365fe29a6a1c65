/** The variables a quick reply can hold: what each means, and what it is in this card. A press inserts it. */
import { useTranslation } from '../../i18n/context.tsx';
import styles from './quickReplies.module.css';
import { type VariableValues, variableNames } from './variables.ts';

interface VariableListProps {
  variables: VariableValues;
  /** @param name without braces */
  onInsert: (name: string) => void;
}

export function VariableList({ variables, onInsert }: VariableListProps) {
  const { t } = useTranslation();
  const meanings = {
    'client.name': t('quickReplies.clientName'),
    'client.firstName': t('quickReplies.clientFirstName'),
    'company.title': t('quickReplies.companyTitle'),
    'deal.title': t('quickReplies.dealTitle'),
    'deal.amount': t('quickReplies.dealAmount'),
    'me.name': t('quickReplies.myName'),
    'me.firstName': t('quickReplies.myFirstName'),
  };
  return (
    <details className={styles.variables} open>
      <summary>{t('quickReplies.variables')}</summary>
      <p className={styles.quiet}>{t('quickReplies.variablesHint')}</p>
      <ul className={styles.variableList}>
        {variableNames.map((name) => {
          const value = variables.get(name)?.trim() ?? '';
          const meaning = meanings[name];
          return (
            <li key={name} className={styles.variable}>
              <button
                type="button"
                className={styles.insert}
                aria-label={t('quickReplies.insert', { name: `{${name}}`, meaning })}
                // The caret stays in the text.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onInsert(name)}
              >
                {`{${name}}`}
              </button>
              <span className={styles.meaning}>
                {meaning}
                <span className={styles.value}>
                  {' · '}
                  {value === '' ? t('quickReplies.emptyNow') : <bdi>{value}</bdi>}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
