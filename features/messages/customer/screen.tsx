import { call } from '@axent/kernel/operation/client';
import {
  Page,
  ProblemState,
  PromptSheet,
  Row,
  Rows,
  Section,
  Skeleton,
  Switch,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { pushState, quietHours } from '../contract.ts';
import { Hours } from './hours.tsx';
import { CannotOpen, canPush, closeHere, openHere } from './subscription.ts';
import { catalogue } from './text.ts';

interface PushRowProps {
  readonly open: boolean;
  readonly publicKey: string;
  readonly onChanged: () => void;
}

/** Messages in this browser: our own words first, then the device's question. */
function PushRow({ open, publicKey, onChanged }: PushRowProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [says, setSays] = useState('');
  const act = async (work: () => Promise<void>, done: string) => {
    setBusy(true);
    setSays('');
    try {
      await work();
      setSays(done);
      onChanged();
    } catch (error) {
      setSays(error instanceof CannotOpen ? t(error.why) : line(error));
    }
    setAsked(false);
    setBusy(false);
  };
  const words = {
    title: t('prompt_title'),
    what: t('prompt_what'),
    purpose: t('prompt_purpose'),
    kept: t('prompt_kept'),
    otherwise: t('prompt_otherwise'),
    open: t('prompt_open'),
    not_now: t('prompt_not_now'),
    closed: '',
  };
  return (
    <Row
      title={t('push')}
      detail={t(open ? 'push_on' : canPush() ? 'push_off' : 'unable')}
      end={
        <Switch
          label={t('push')}
          on={open}
          words={{ on: t('on'), off: t('off') }}
          busy={busy}
          disabled={!open && !canPush()}
          onSwitch={(on) => {
            if (on) setAsked(true);
            else void act(() => closeHere(language), t('push_closed'));
          }}
        />
      }
    >
      <p role="status">{says}</p>
      <PromptSheet
        shown={asked}
        words={words}
        busy={busy}
        onOpen={() => void act(() => openHere(publicKey, language), t('push_opened'))}
        onNotNow={() => setAsked(false)}
      />
    </Row>
  );
}

/** How a person is reached, and when not. */
export function MessagesScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const push = useResource((signal) => call(pushState, {}, { language, signal }), [language]);
  const hours = useResource((signal) => call(quietHours, {}, { language, signal }), [language]);
  return (
    <Page title={t('title')} lead={t('lead')} up={{ href: '/privacy', label: t('up') }}>
      {push.state === 'failed' && <ProblemState error={push.error} again={push.again} />}
      {push.state === 'loading' && !push.value && <Skeleton lines={2} />}
      {push.value && (
        <Rows>
          <PushRow open={push.value.open} publicKey={push.value.key} onChanged={push.again} />
        </Rows>
      )}
      <Section title={t('quiet')}>
        <p>{t('quiet_lead')}</p>
        {hours.state === 'failed' && <ProblemState error={hours.error} again={hours.again} />}
        {hours.state === 'loading' && !hours.value && <Skeleton lines={2} />}
        {hours.value && <Hours hours={hours.value} onChanged={hours.again} />}
      </Section>
    </Page>
  );
}
