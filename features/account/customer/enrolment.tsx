import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { ProblemState, Skeleton, useProblemLine, useResource, useSpeech } from '@axent/ui';
import { useState } from 'preact/hooks';
import { beginEnrolment, finishEnrolment } from '../contract.entry.ts';
import { AuthenticatorSetup } from './authenticator.tsx';
import { RecoveryCodes } from './recovery.tsx';
import type { SecondProps } from './second.tsx';

type Finished = Output<typeof finishEnrolment>;

/** Who must have a second step and has none sets it up, and is let in with it. */
export function Enrolment({ onEntered }: Pick<SecondProps, 'onEntered'>) {
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const begun = useResource(() => call(beginEnrolment, {}, { language }), []);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [finished, setFinished] = useState<Finished | null>(null);
  const prove = async (code: string) => {
    setBusy(true);
    setError(undefined);
    try {
      setFinished(await call(finishEnrolment, { code }, { language }));
    } catch (cause) {
      setError(line(cause));
    }
    setBusy(false);
  };
  if (finished !== null)
    return <RecoveryCodes codes={finished.recovery_codes} onKept={() => onEntered(finished.entered)} />;
  if (begun.state === 'failed') return <ProblemState error={begun.error} again={begun.again} />;
  if (!begun.value) return <Skeleton lines={5} />;
  return (
    <AuthenticatorSetup
      secret={begun.value.secret}
      uri={begun.value.uri}
      busy={busy}
      error={error}
      onCode={(code) => void prove(code)}
    />
  );
}
