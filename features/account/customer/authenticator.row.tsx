import { call } from '@axent/kernel/operation/client';
import {
  codeOf,
  icons,
  Row,
  Skeleton,
  useFormats,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import {
  beginAuthenticator,
  dropAuthenticator,
  finishAuthenticator,
  newRecoveryCodes,
} from '../contract.ways.ts';
import { AuthenticatorSetup } from './authenticator.tsx';
import { Drop, Edit } from './edit.tsx';
import { RecoveryCodes } from './recovery.tsx';
import { catalogue } from './text.ways.ts';
import type { WayProps } from './way.ts';
import styles from './ways.module.css';

interface TaskProps {
  readonly onDone: () => void;
  readonly onRefused: (error: unknown) => void;
}

/** A secret, its proof, and then the codes for the day on which the phone is gone. */
function Setup({ onDone, onRefused }: TaskProps) {
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const begun = useResource(() => call(beginAuthenticator, {}, { language }), []);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  useEffect(() => {
    if (begun.state === 'failed') onRefused(begun.error);
  }, [begun.state]);
  const prove = async (code: string) => {
    setBusy(true);
    setError(undefined);
    try {
      setCodes((await call(finishAuthenticator, { code }, { language })).recovery_codes);
    } catch (cause) {
      if (codeOf(cause) === 'fresh_sign_in_needed') onRefused(cause);
      setError(line(cause));
    }
    setBusy(false);
  };
  if (codes.length > 0) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (!begun.value) return <Skeleton lines={4} />;
  const { secret, uri } = begun.value;
  return (
    <AuthenticatorSetup
      secret={secret}
      uri={uri}
      busy={busy}
      error={error}
      onCode={(code) => void prove(code)}
    />
  );
}

export function AuthenticatorRow({ ways, onChanged, onSignInAgain }: WayProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const { authenticator } = ways;
  return (
    <Row
      icon={icons.shield}
      title={t('authenticator')}
      detail={
        authenticator === null
          ? t('authenticator_for')
          : t('authenticator_since', { date: formats.date(authenticator.made_at) })
      }
    >
      <div class={styles.more}>
        <Edit
          title={t('authenticator_title')}
          word={t(authenticator === null ? 'add' : 'change')}
          onSignInAgain={onSignInAgain}
        >
          {(done, refused) => (
            <Setup
              onRefused={refused}
              onDone={() => {
                done();
                onChanged(t('more_steps_on'));
              }}
            />
          )}
        </Edit>
        {authenticator !== null && (
          <Drop
            onSignInAgain={onSignInAgain}
            act={async () => {
              await call(dropAuthenticator, {}, { language });
              onChanged(t('authenticator_gone'));
            }}
          />
        )}
      </div>
    </Row>
  );
}

/** New codes are made as soon as the sheet is open: whoever opened it asked for them. */
function NewCodes({ onDone, onRefused }: TaskProps) {
  const language = useSpeech().language.value;
  const made = useResource(() => call(newRecoveryCodes, {}, { language }), []);
  useEffect(() => {
    if (made.state === 'failed') onRefused(made.error);
  }, [made.state]);
  return made.value ? (
    <RecoveryCodes codes={made.value.recovery_codes} onKept={onDone} />
  ) : (
    <Skeleton lines={4} />
  );
}

export function RecoveryRow({ ways, onChanged, onSignInAgain }: WayProps) {
  const t = useText(catalogue);
  return (
    <Row
      icon={icons.list}
      title={t('recovery')}
      detail={t('recovery_left', { count: ways.recovery_codes_left })}
    >
      <div class={styles.more}>
        <Edit title={t('recovery')} word={t('recovery_new')} onSignInAgain={onSignInAgain}>
          {(done, refused) => (
            <NewCodes
              onRefused={refused}
              onDone={() => {
                done();
                onChanged(t('recovery_new_says'));
              }}
            />
          )}
        </Edit>
      </div>
    </Row>
  );
}
