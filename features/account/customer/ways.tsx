import { call } from '@axent/kernel/operation/client';
import {
  Button,
  icons,
  Page,
  ProblemState,
  Refused,
  Row,
  Rows,
  Skeleton,
  useFormats,
  usePress,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { contact } from '../contract.ts';
import { dropContact, dropPassword, ownWays, passwordHint } from '../contract.ways.ts';
import { AuthenticatorRow, RecoveryRow } from './authenticator.row.tsx';
import { ContactEditor } from './contact.editor.tsx';
import { Drop, Edit } from './edit.tsx';
import { PasskeysRow } from './passkeys.tsx';
import { PasswordEditor } from './password.editor.tsx';
import { catalogue } from './text.ways.ts';
import type { WayProps, WaysScreenProps } from './way.ts';
import styles from './ways.module.css';
import { WechatRow } from './wechat.row.tsx';

interface ContactRowProps extends WayProps {
  readonly kind: 'email' | 'phone';
  readonly address: string | null;
}

function ContactRow({ kind, address, onChanged, onSignInAgain }: ContactRowProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  return (
    <Row icon={kind === 'email' ? icons.mail : icons.phone} title={t(kind)} detail={address ?? t('none_yet')}>
      <div class={styles.more}>
        <Edit
          title={t(kind === 'email' ? 'contact_title_email' : 'contact_title_phone')}
          word={t(address === null ? 'add' : 'change')}
          onSignInAgain={onSignInAgain}
        >
          {(done, refused) => (
            <ContactEditor
              kind={kind}
              onRefused={refused}
              onDone={(to) => {
                done();
                onChanged(t('contact_set', { address: to }));
              }}
            />
          )}
        </Edit>
        {address !== null && (
          <Drop
            onSignInAgain={onSignInAgain}
            act={async () => {
              await call(dropContact, { kind, language }, { language });
              onChanged(t('contact_gone'));
            }}
          />
        )}
      </div>
    </Row>
  );
}

function Hint({ onSignInAgain }: WaysScreenProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [says, setSays] = useState('');
  const { busy, error, press } = usePress(async () => {
    const { hint } = await call(passwordHint, {}, { language });
    setSays(hint === null ? t('hint_none') : t('hint_is', { hint }));
  });
  return (
    <>
      <Button kind="quiet" busy={busy} onPress={press}>
        {t('hint_see')}
      </Button>
      <p role="status">{says}</p>
      <Refused error={error} onSignInAgain={onSignInAgain} />
    </>
  );
}

function PasswordRow({
  ways,
  own,
  onChanged,
  onSignInAgain,
}: WayProps & { readonly own: readonly string[] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const { password } = ways;
  return (
    <Row
      icon={icons.key}
      title={t('password')}
      detail={
        password === null ? t('none_yet') : t('password_since', { date: formats.date(password.made_at) })
      }
    >
      <div class={styles.more}>
        <Edit
          title={t('password_title')}
          word={t(password === null ? 'add' : 'change')}
          onSignInAgain={onSignInAgain}
        >
          {(done, refused) => (
            <PasswordEditor
              least={ways.password_length}
              own={own}
              onRefused={refused}
              onDone={() => {
                done();
                onChanged(t('password_set'));
              }}
            />
          )}
        </Edit>
        {password?.has_hint && <Hint onSignInAgain={onSignInAgain} />}
        {password !== null && (
          <Drop
            onSignInAgain={onSignInAgain}
            act={async () => {
              await call(dropPassword, {}, { language });
              onChanged(t('password_gone'));
            }}
          />
        )}
      </div>
    </Row>
  );
}

/** Every way into the account, each with what can be done about it. */
export function WaysScreen({ onSignInAgain }: WaysScreenProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource(
    async (signal) => {
      const options = { language, signal };
      const [ways, reached] = await Promise.all([call(ownWays, {}, options), call(contact, {}, options)]);
      return { ways, reached };
    },
    [language],
  );
  const [says, setSays] = useState('');
  const onChanged = (words: string) => {
    setSays(words);
    loaded.again();
  };
  const value = loaded.value;
  return (
    <Page title={t('title')} lead={t('lead')} up={{ href: '/privacy', label: t('up') }}>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {loaded.state === 'loading' && !value && <Skeleton lines={6} />}
      <p role="status">{says}</p>
      {value && (
        <Rows>
          {(['email', 'phone'] as const).map((kind) => (
            <ContactRow
              key={kind}
              kind={kind}
              address={value.reached[kind]}
              ways={value.ways}
              onChanged={onChanged}
              onSignInAgain={onSignInAgain}
            />
          ))}
          <PasswordRow
            ways={value.ways}
            own={[value.reached.email, value.reached.phone].flatMap((text) => text?.split(/[@.+_-]/) ?? [])}
            onChanged={onChanged}
            onSignInAgain={onSignInAgain}
          />
          <WechatRow ways={value.ways} onChanged={onChanged} onSignInAgain={onSignInAgain} />
          <PasskeysRow ways={value.ways} onChanged={onChanged} onSignInAgain={onSignInAgain} />
          <AuthenticatorRow ways={value.ways} onChanged={onChanged} onSignInAgain={onSignInAgain} />
          {value.ways.two_steps && (
            <RecoveryRow ways={value.ways} onChanged={onChanged} onSignInAgain={onSignInAgain} />
          )}
        </Rows>
      )}
    </Page>
  );
}
