/** Puts Chat Desk into the portal, and mends it later: what it may, what it will do, each step as it happens, the end. */
import { useInstallTranslation } from './useInstallTranslation.ts';
import type { Portal } from '../../portal/connect.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { CannotCheck } from './CannotCheck.tsx';
import { Checking } from './Checking.tsx';
import { Ending } from './Ending.tsx';
import { failureWords } from './failureWords.ts';
import styles from './InstallScreen.module.css';
import { MissingPermissions } from './MissingPermissions.tsx';
import { blocks } from './needs.ts';
import { NotAdmin } from './NotAdmin.tsx';
import { OlderCards } from './OlderCards.tsx';
import { PermissionList } from './PermissionList.tsx';
import { PlaceSteps } from './PlaceSteps.tsx';
import { useFinish } from './useFinish.ts';
import { useInstallation } from './useInstallation.ts';

const stateOfEnding = { idle: 'waiting', finishing: 'running', finished: 'done', failed: 'failed' } as const;

interface InstallScreenProps {
  portal: Portal;
  /** opened by an administrator from the application's own page: the way back to it */
  onClose?: () => void;
}

export function InstallScreen({ portal, onClose }: InstallScreenProps) {
  const { t } = useInstallTranslation();
  const installation = useInstallation(portal);
  const { findings, error, steps, isRunning, isComplete, hasFailed, hasLeftovers } = installation;
  const { state, finish } = useFinish(portal);
  if (!findings) {
    if (!error) return <Checking />;
    return <CannotCheck error={error} retry={installation.checkAgain} isBusy={installation.isChecking} />;
  }
  if (!findings.isAdmin) return <NotAdmin {...(onClose ? { onClose } : {})} />;

  const needsFinish = portal.isInstalling || !findings.isInstalled;
  const isBlocked = findings.scopes.some(({ scope, verdict }) => verdict === 'missing' && blocks(scope));
  const isEnding = state === 'finishing' || state === 'finished';
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t(needsFinish ? 'install.title' : 'install.repairTitle')}</h1>
        <p>{t(needsFinish ? 'install.lead' : 'install.repairLead')}</p>
      </header>
      {error && (
        <Notice tone="warning" title={t('install.cannotCheckTitle')} live="polite">
          {failureWords(t, error, installation.handler).text}
        </Notice>
      )}
      <MissingPermissions
        scopes={findings.scopes}
        checkAgain={installation.checkAgain}
        isChecking={installation.isChecking || isRunning}
      />
      <PlaceSteps
        handler={installation.handler}
        steps={steps}
        ending={needsFinish ? stateOfEnding[state] : null}
      />
      <PermissionList scopes={findings.scopes} />
      <OlderCards
        isChosen={installation.isChosen}
        choose={installation.choose}
        isDisabled={isRunning || isBlocked || isEnding}
      />
      <footer className={styles.foot}>
        {(isComplete || hasLeftovers) && !isBlocked && (
          <Ending
            needsFinish={needsFinish}
            state={state}
            finish={finish}
            remainder={installation.remainder}
            // With leftovers the button that was pressed stays.
            takesFocus={installation.hasRun && isComplete}
          />
        )}
        <div className={styles.actions}>
          {!isComplete && !isEnding && (
            <Button
              variant={hasLeftovers && needsFinish ? 'secondary' : 'primary'}
              busy={isRunning}
              disabled={isBlocked}
              onClick={() => void installation.start()}
            >
              {t(hasFailed ? 'common.retry' : needsFinish ? 'install.start' : 'install.repair')}
            </Button>
          )}
          {onClose && (
            <Button onClick={onClose} disabled={isRunning}>
              {t(isComplete ? 'install.done' : 'install.back')}
            </Button>
          )}
        </div>
      </footer>
    </main>
  );
}
