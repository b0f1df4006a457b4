import { call } from '@axent/kernel/operation/client';
import { ErrorState, LinkButton, useSpeech, useText } from '@axent/ui';
import { Loaded } from '@axent/ui/console';
import { prove, providerRedeem, redeem } from '../contract.ts';
import { acceptShown, useNotice } from './accepting.ts';
import { Gate } from './gate.tsx';
import { ProviderButton } from './provider.button.tsx';
import { InShort } from './short.tsx';
import type { Owed } from './signin.tsx';
import { Steps } from './steps.tsx';
import { catalogue } from './text.ts';

interface WelcomeProps {
  /** The link's secret; null when the page was opened without one. */
  readonly token: string | null;
  readonly onEntered: (owed: Owed) => void;
}

/** What a one-time link opens: the notice in short, the address, the code. */
export function WelcomeScreen({ token, onEntered }: WelcomeProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const notice = useNotice();
  if (token === null) {
    return (
      <Gate title={t('welcome')} lead={t('welcome_lead')}>
        <ErrorState
          title={t('no_link')}
          next={t('no_link_next')}
          action={<LinkButton href="/console/">{t('to_sign_in')}</LinkButton>}
        />
      </Gate>
    );
  }
  return (
    <Gate title={t('welcome')} lead={t('welcome_lead')}>
      <Loaded of={notice} lines={4}>
        {(accepting) => (
          <Steps
            send={async (email) => {
              await acceptShown(accepting);
              return await call(prove, { token, email, language }, { language });
            }}
            enter={async (email, code) => {
              await call(redeem, { token, email, code }, { language });
              onEntered(['enrol']);
            }}
            words={{
              send: t(accepting.asked ? 'accept_send' : 'send'),
              enter: t('redeem'),
              hint: t('address_hint'),
            }}
            other={
              <ProviderButton
                words={(name) =>
                  t(accepting.asked ? 'accept_redeem_by_provider' : 'redeem_by_provider', { name })
                }
                hint={t('redeem_by_provider_hint')}
                go={async () => {
                  await acceptShown(accepting);
                  return await call(providerRedeem, { token }, { language });
                }}
              />
            }
          >
            <InShort lines={accepting.notice.in_short} />
          </Steps>
        )}
      </Loaded>
    </Gate>
  );
}
