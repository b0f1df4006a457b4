import { call } from '@axent/kernel/operation/client';
import { Button, ErrorState, LinkButton, ProblemState, Ripple, useSpeech, useText } from '@axent/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { providerConfirm, providerReturn } from '../contract.ts';
import { Gate } from './gate.tsx';
import { confirm_word, confirmed_channel } from './provider.use.ts';
import type { Owed } from './signin.tsx';
import { catalogue } from './text.ts';

interface ProviderProps {
  /** What stood behind the # or the ?: the provider's answer, or that one is to confirm anew. */
  readonly answer: string | null;
  readonly onEntered: (owed: Owed) => void;
}

/** Where the company's sign-in leads back to, and from where one goes there to confirm. */
export function ProviderScreen({ answer, onEntered }: ProviderProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [error, setError] = useState<unknown>(null);
  const [confirmed, setConfirmed] = useState(false);
  const begun = useRef(false);
  const look = async (): Promise<void> => {
    if (answer === confirm_word) {
      location.replace((await call(providerConfirm, {}, { language })).url);
      return;
    }
    const { aim, entered } = await call(providerReturn, { answer: answer ?? '' }, { language });
    if (aim !== 'confirm') return onEntered(entered.second);
    setConfirmed(true);
    const channel = new BroadcastChannel(confirmed_channel);
    channel.postMessage(true);
    channel.close();
  };
  useEffect(() => {
    // What is answered counts once.
    if (answer === null || begun.current) return;
    begun.current = true;
    look().catch(setError);
  }, [answer]);
  if (answer === null || error !== null)
    return (
      <Gate title={t('company')} lead="">
        {error === null ? (
          <ErrorState title={t('no_answer')} next={t('no_answer_next')} />
        ) : (
          <ProblemState error={error} />
        )}
        <LinkButton href="/console/">{t('to_console')}</LinkButton>
      </Gate>
    );
  if (confirmed)
    return (
      <Gate title={t('confirmed')} lead={t('confirmed_next')}>
        <Button kind="quiet" onPress={() => window.close()}>
          {t('close_tab')}
        </Button>
      </Gate>
    );
  return (
    <Gate title={t('coming')} lead={t(answer === confirm_word ? 'going_lead' : 'coming_lead')}>
      <Ripple />
    </Gate>
  );
}
