import { call } from '@axent/kernel/operation/client';
import { Button, ProblemState, Status, useSpeech, useText } from '@axent/ui';
import { Panel, useAct } from '@axent/ui/console';
import { providerConnect, providerDisconnect } from '../contract.ts';
import { useProvider } from './provider.use.ts';
import styles from './staff.module.css';
import { catalogue } from './text.ts';

/** Whether one comes in by the company's sign-in; nothing where there is none. */
export function CompanyPanel({ confirm }: { readonly confirm: () => Promise<boolean> }) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const { offered, again } = useProvider();
  const { busy, error, run } = useAct(confirm);
  if (offered === null) return null;
  const { name, connected } = offered;
  const connect = () => run(async () => location.assign((await call(providerConnect, {}, { language })).url));
  const forget = () =>
    run(async () => {
      await call(providerDisconnect, {}, { language });
      again();
    });
  return (
    <Panel title={t('company')}>
      <p class={styles.quiet}>{t('company_lead', { name })}</p>
      {connected && (
        <p>
          <Status tone="good">{t('company_connected', { name })}</Status>
        </p>
      )}
      {error !== null && <ProblemState error={error} />}
      <div class={styles.beside}>
        <Button kind="quiet" busy={busy} onPress={connect}>
          {connected ? t('connect_other') : t('connect', { name })}
        </Button>
        {connected && (
          <Button kind="quiet" busy={busy} onPress={forget}>
            {t('disconnect')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
