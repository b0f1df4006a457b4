import { call } from '@axent/kernel/operation/client';
import {
  Button,
  icons,
  Refused,
  Row,
  Sheet,
  Switch,
  useFormats,
  usePress,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { addPasskey, dropPasskey, newPasskey, setTwoSteps } from '../contract.ways.ts';
import { Drop } from './edit.tsx';
import { hasPasskeys, makePasskey } from './passkey.ts';
import { RecoveryCodes } from './recovery.tsx';
import { catalogue } from './text.ways.ts';
import type { WayProps, Ways } from './way.ts';
import styles from './ways.module.css';

/** What the person tells this device by: its system, as the browser says it. */
function deviceName(): string {
  const { userAgentData } = navigator as { userAgentData?: { platform?: string } };
  return userAgentData?.platform || navigator.platform || 'Passkey';
}

function Add({ onChanged, onSignInAgain }: Omit<WayProps, 'ways'>) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const { busy, error, press } = usePress(async () => {
    const asked = await call(newPasskey, {}, { language });
    try {
      const made = await makePasskey(asked, deviceName());
      await call(addPasskey, made, { language });
      onChanged(t('passkey_added'));
    } catch (cause) {
      if (!(cause instanceof DOMException)) throw cause;
      onChanged(t(cause.name === 'InvalidStateError' ? 'passkey_there' : 'passkey_cancelled'));
    }
  });
  if (!hasPasskeys()) return <p class={styles.quiet}>{t('passkey_missing')}</p>;
  return (
    <>
      <Button kind="quiet" icon={icons.plus} busy={busy} onPress={press}>
        {t('passkey_add')}
      </Button>
      <Refused error={error} onSignInAgain={onSignInAgain} />
    </>
  );
}

function One({
  passkey,
  onChanged,
  onSignInAgain,
}: Omit<WayProps, 'ways'> & { readonly passkey: Ways['passkeys'][number] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const since = t('passkey_made', { date: formats.date(passkey.made_at) });
  const used =
    passkey.used_at === null ? null : t('passkey_used', { moment: formats.moment(passkey.used_at) });
  return (
    <li>
      <strong>{passkey.name}</strong>
      <p class={styles.quiet}>
        {[t(passkey.synced ? 'passkey_synced' : 'passkey_here'), since, used].filter(Boolean).join(' · ')}
      </p>
      <Drop
        onSignInAgain={onSignInAgain}
        act={async () => {
          await call(dropPasskey, { id: passkey.id }, { language });
          onChanged(t('passkey_gone'));
        }}
      />
    </li>
  );
}

/** Whether a passkey is asked for after another way; turning it on shows the codes for the day it is gone. */
function AskToo({ ways, onChanged, onSignInAgain }: WayProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [on, setOn] = useState(ways.two_steps);
  const { busy, error, press } = usePress(async () => {
    const made = await call(setTwoSteps, { on: !on }, { language });
    setOn(!on);
    setCodes(made.recovery_codes);
    if (made.recovery_codes.length === 0) onChanged(t(on ? 'more_steps_off' : 'more_steps_on'));
  });
  const kept = () => {
    setCodes([]);
    onChanged(t('more_steps_on'));
  };
  return (
    <>
      <div class={styles.more}>
        <span>{t('passkey_second')}</span>
        <Switch
          label={t('passkey_second')}
          on={on}
          words={{ on: t('on'), off: t('off') }}
          busy={busy}
          onSwitch={press}
        />
      </div>
      <Refused error={error} onSignInAgain={onSignInAgain} />
      <Sheet open={codes.length > 0} onClose={kept} labelledBy="two-steps-title" form>
        <h2 id="two-steps-title" tabIndex={-1}>
          {t('more_steps')}
        </h2>
        <RecoveryCodes codes={codes} onKept={kept} />
      </Sheet>
    </>
  );
}

export function PasskeysRow({ ways, onChanged, onSignInAgain }: WayProps) {
  const t = useText(catalogue);
  return (
    <Row icon={icons.device} title={t('passkeys')} detail={t('passkey_for')}>
      {ways.passkeys.length > 0 && (
        <ul class={styles.list}>
          {ways.passkeys.map((passkey) => (
            <One key={passkey.id} passkey={passkey} onChanged={onChanged} onSignInAgain={onSignInAgain} />
          ))}
        </ul>
      )}
      {ways.passkeys.length > 0 && ways.authenticator === null && (
        <AskToo ways={ways} onChanged={onChanged} onSignInAgain={onSignInAgain} />
      )}
      <div class={styles.more}>
        <Add onChanged={onChanged} onSignInAgain={onSignInAgain} />
      </div>
    </Row>
  );
}
