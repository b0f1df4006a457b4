import { requestCode, verifyCode } from '@axent/account/contract';
import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { useSpeech, useText } from '@axent/ui';
import { Loaded } from '@axent/ui/console';
import { providerEnter } from '../contract.ts';
import { acceptShown, useNotice } from './accepting.ts';
import { Gate } from './gate.tsx';
import { ProviderButton } from './provider.button.tsx';
import { InShort } from './short.tsx';
import { Steps } from './steps.tsx';
import { catalogue } from './text.ts';

/** Ways of the second step that is still owed; empty: signed in. */
export type Owed = Output<typeof verifyCode>['second'];

/** Sends and enters a sign-in code of the account. */
export function useCode(onEntered: (owed: Owed) => void) {
  const language = useSpeech().language.value;
  return {
    send: (email: string) => call(requestCode, { email, language }, { language }),
    enter: async (email: string, code: string) => {
      onEntered((await call(verifyCode, { email, code }, { language })).second);
    },
  };
}

interface SignInProps {
  readonly onEntered: (owed: Owed) => void;
  /** Somebody has just signed out here. */
  readonly left: boolean;
}

export function SignInScreen({ onEntered, left }: SignInProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const notice = useNotice();
  const { send, enter } = useCode(onEntered);
  return (
    <Gate title={t('sign_in')} lead={t('sign_in_lead')}>
      <Loaded of={notice} lines={2}>
        {(accepting) => (
          <Steps
            send={async (email) => {
              await acceptShown(accepting);
              return await send(email);
            }}
            enter={enter}
            words={{ send: t(accepting.asked ? 'accept_send' : 'send'), enter: t('enter') }}
            other={
              <ProviderButton
                words={(name) => t(accepting.asked ? 'accept_by_provider' : 'by_provider', { name })}
                go={async () => {
                  await acceptShown(accepting);
                  return await call(providerEnter, {}, { language });
                }}
                left={left}
              />
            }
          >
            {accepting.asked && <InShort lines={accepting.notice.in_short} />}
          </Steps>
        )}
      </Loaded>
    </Gate>
  );
}
