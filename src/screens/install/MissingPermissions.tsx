/** Which permissions are missing, what that means, and where an administrator adds them. */
import { useInstallTranslation } from './useInstallTranslation.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import type { ScopeFinding } from './inspect.ts';
import { blocks } from './needs.ts';

interface MissingPermissionsProps {
  scopes: readonly ScopeFinding[];
  checkAgain: () => void;
  isChecking: boolean;
}

export function MissingPermissions({ scopes, checkAgain, isChecking }: MissingPermissionsProps) {
  const { t } = useInstallTranslation();
  const missing = scopes.filter(({ verdict }) => verdict === 'missing').map(({ scope }) => scope);
  if (missing.length === 0) return null;
  const isBlocked = missing.some(blocks);
  return (
    <Notice
      tone={isBlocked ? 'danger' : 'warning'}
      title={t('install.missingTitle', { scopes: missing.join(', ') })}
      live="polite"
      actions={
        <Button onClick={checkAgain} busy={isChecking}>
          {t('install.checkAgain')}
        </Button>
      }
    >
      <p>{t(isBlocked ? 'install.missingBlocks' : 'install.missingLimits')}</p>
      {missing.includes('crm') && <p>{t('install.withoutCrm')}</p>}
      {missing.includes('imopenlines') && <p>{t('install.withoutOpenLines')}</p>}
      <p>{t('install.missingHow')}</p>
      {missing.includes('tasks') && <p>{t('install.tasksNotOffered')}</p>}
    </Notice>
  );
}
