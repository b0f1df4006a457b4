import { Button, Sheet, useText } from '@axent/ui';
import { Desk } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { signals } from '../contract.ts';
import { Incidents } from './incidents.tsx';
import { Proposal } from './proposal.tsx';
import styles from './security.module.css';
import { SignalsPanel } from './signals.tsx';
import { catalogue } from './text.ts';

interface SecurityProps {
  readonly roles: readonly string[];
  /** Asks for a fresh sign-in; true when it was given. */
  readonly confirm: () => Promise<boolean>;
}

/** What stood out, and incidents, which alone open an address. */
export function SecurityScreen({ roles, confirm }: SecurityProps) {
  const t = useText(catalogue);
  const [proposing, setProposing] = useState(false);
  const [proposed, setProposed] = useState(0);
  const close = () => setProposing(false);
  return (
    <Desk
      title={t('security')}
      lead={t('security_lead')}
      end={<Button onPress={() => setProposing(true)}>{t('propose')}</Button>}
    >
      <div class={styles.stack}>
        <Incidents roles={roles} confirm={confirm} proposed={proposed} />
        {signals.actors.some((actor) => roles.includes(actor)) && <SignalsPanel />}
      </div>
      <Sheet open={proposing} onClose={close} labelledBy="incident-form" form>
        <Proposal
          confirm={confirm}
          onDone={() => {
            close();
            setProposed(proposed + 1);
          }}
        />
      </Sheet>
    </Desk>
  );
}
