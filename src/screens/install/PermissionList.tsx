/** What Chat Desk may do here, and what it needs each permission for. */
import { useInstallTranslation } from './useInstallTranslation.ts';
import { StepList, type ListedStep } from '../../ui/StepList/StepList.tsx';
import type { Scope, ScopeFinding } from './inspect.ts';
import styles from './InstallScreen.module.css';

const purposes = {
  placement: 'install.forPlacement',
  task: 'install.forTask',
  tasks: 'install.forTasks',
  im: 'install.forIm',
  crm: 'install.forCrm',
  imopenlines: 'install.forOpenLines',
} as const satisfies Record<Scope, string>;

const verdicts = {
  granted: { state: 'done', words: 'install.granted' },
  missing: { state: 'failed', words: 'install.missing' },
  unknown: { state: 'warning', words: 'install.notChecked' },
} as const;

export function PermissionList({ scopes }: { scopes: readonly ScopeFinding[] }) {
  const { t } = useInstallTranslation();
  const steps = scopes.map(({ scope, verdict }): ListedStep => {
    const { state, words } = verdicts[verdict];
    const title = t('install.permission', { scope, purpose: t(purposes[scope]) });
    return { key: scope, state, stateWords: t(words), title };
  });
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t('install.permissions')}</h2>
      <StepList label={t('install.permissions')} steps={steps} />
    </section>
  );
}
