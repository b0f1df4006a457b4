import { contact, signOut } from '@axent/account/contract';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  icons,
  Page,
  ProblemState,
  Row,
  Rows,
  Skeleton,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { catalogue } from './text.ts';

interface OverviewScreenProps {
  /** How many functions are open on this device; null until it is known. */
  readonly open: number | null;
  readonly onSignedOut: () => Promise<void>;
}

function SignOut({ onSignedOut }: Pick<OverviewScreenProps, 'onSignedOut'>) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const leave = async () => {
    setBusy(true);
    try {
      await call(signOut, {}, { language });
      await onSignedOut();
    } catch (cause) {
      setError(line(cause));
      setBusy(false);
    }
  };
  return (
    <div>
      <Button kind="quiet" icon={icons.signOut} busy={busy} onPress={() => void leave()}>
        {t('sign_out')}
      </Button>
      <p role="status">{error}</p>
    </div>
  );
}

/** The first page of the statement. */
export function OverviewScreen({ open, onSignedOut }: OverviewScreenProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const who = useResource((signal) => call(contact, {}, { language, signal }), [language]);
  const signedInAs = who.value?.email ?? who.value?.phone;
  return (
    <Page title={t('title')} lead={t('lead')} ornament>
      {who.state === 'failed' && <ProblemState error={who.error} again={who.again} />}
      <Rows>
        <Row href="/privacy/held" icon={icons.list} title={t('held')} detail={t('held_detail')} />
        <Row href="/account/profile" icon={icons.person} title={t('profile')} detail={t('profile_detail')} />
        <Row
          href="/privacy/open"
          icon={icons.opened}
          title={t('opened')}
          detail={open === null ? undefined : t('opened_detail', { count: open })}
        />
        <Row
          href="/privacy/consents"
          icon={icons.document}
          title={t('consents')}
          detail={t('consents_detail')}
        />
        <Row href="/privacy/uses" icon={icons.seal} title={t('uses')} detail={t('uses_detail')} />
        <Row href="/privacy/shared" icon={icons.compare} title={t('shared')} detail={t('shared_detail')} />
        <Row href="/privacy/ways" icon={icons.key} title={t('ways')} detail={t('ways_detail')} />
        <Row href="/privacy/devices" icon={icons.device} title={t('devices')} detail={t('devices_detail')} />
        <Row href="/privacy/messages" icon={icons.mail} title={t('messages')} detail={t('messages_detail')} />
        <Row href="/privacy/requests" icon={icons.pen} title={t('requests')} detail={t('requests_detail')} />
        <Row href="/privacy/officer" icon={icons.person} title={t('officer')} detail={t('officer_detail')} />
        <Row href="/privacy/close" icon={icons.gone} title={t('close')} detail={t('close_detail')} />
      </Rows>
      <div>
        {who.state === 'loading' && !who.value && <Skeleton lines={1} />}
        {signedInAs && <p>{t('signed_in_as', { email: signedInAs })}</p>}
        <SignOut onSignedOut={onSignedOut} />
      </div>
    </Page>
  );
}
