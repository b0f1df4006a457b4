import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, Field, icons, Page, Skeleton, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { passkeyChallenge, signInPasskey } from '../contract.entry.ts';
import { requestCode, ways } from '../contract.ts';
import { beginWechat } from '../contract.wechat.ts';
import type { Sent } from './code.tsx';
import { hasPasskeys, offersInField, signWith } from './passkey.ts';
import type { Entered } from './second.tsx';
import styles from './signin.module.css';
import { catalogue } from './text.ts';
import { leaveFor } from './wechat.leaving.ts';
import type { Who } from './who.ts';

/** Whom a code goes to, from what was typed; null: nobody can be reached there. */
async function whoIs(text: string, phones: boolean): Promise<Who | null> {
  if (!phones || text.includes('@') || !/^[\s\d+()./-]+$/.test(text)) return { email: text.trim() };
  // 20 KB of numbering plans: only for those who type a number.
  const { normalisePhone } = await import('../phone.ts');
  const number = normalisePhone(text, new Intl.Locale(navigator.language).maximize().region ?? null);
  return number === null ? null : { phone: number };
}

/** Whether codes go to phones here, and WeChat lets in; null until the server has said so. */
function useOffered(): Output<typeof ways> | null {
  const [offered, setOffered] = useState<Output<typeof ways> | null>(null);
  useEffect(() => {
    call(ways, {}).then(
      setOffered,
      // Mail always works; sending tells what is wrong with the connection.
      () => setOffered({ phone: false, wechat: false }),
    );
  }, []);
  return offered;
}

interface WechatButtonProps {
  readonly onError: (line: string | undefined) => void;
}

/** Leads out of the app to WeChat, which leads back. */
function WechatButton({ onError }: WechatButtonProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    onError(undefined);
    try {
      leaveFor((await call(beginWechat, {}, { language })).url);
    } catch (cause) {
      onError(line(cause));
      setBusy(false);
    }
  };
  return (
    <Button kind="quiet" icon={icons.chat} busy={busy} onPress={() => void go()}>
      {t('use_wechat')}
    </Button>
  );
}

interface AddressStepProps {
  readonly known: string;
  readonly onSent: (who: Who, sent: Sent) => void;
  readonly onPassword: (who: Who) => void;
  readonly onEntered: (entered: Entered) => void;
}

/** Passkeys: offered in the field by browsers that can, and by a button to all others. */
function usePasskey(onEntered: (entered: Entered) => void, onError: (line: string) => void) {
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [busy, setBusy] = useState(false);
  const sign = async (inField: boolean, signal?: AbortSignal) => {
    const asked = await call(passkeyChallenge, {}, { language });
    const signed = await signWith(asked, { inField, ...(signal ? { signal } : {}) });
    onEntered(await call(signInPasskey, signed, { language }));
  };
  const failed = (cause: unknown) => {
    // Who takes the window away, or never looked at the offer, knows that they did.
    if (!(cause instanceof DOMException)) onError(line(cause));
  };
  const press = async (before: () => void) => {
    before();
    setBusy(true);
    await sign(false).catch(failed);
    setBusy(false);
  };
  return { busy, press, offer: (signal: AbortSignal) => sign(true, signal).catch(failed) };
}

/** The first step: who it is, and by what they come in. */
export function AddressStep({ known, onSent, onPassword, onEntered }: AddressStepProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const offered = useOffered();
  const phones = offered?.phone ?? null;
  const [address, setAddress] = useState(known);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const who = await whoIs(address, phones === true);
      if (who !== null) return onSent(who, await call(requestCode, { ...who, language }, { language }));
      setError(t('phone_wrong'));
    } catch (cause) {
      setError(line(cause));
    }
    return setBusy(false);
  };
  const passkey = usePasskey(onEntered, setError);
  const [offering] = useState(() => new AbortController());
  useEffect(() => {
    if (phones === null) return;
    void offersInField().then((offers) => {
      if (offers && !offering.signal.aborted) void passkey.offer(offering.signal);
    });
    return () => offering.abort();
  }, [phones === null]);
  const byPassword = async () => {
    setError(undefined);
    const who = await whoIs(address, phones === true);
    if (who === null) setError(t('phone_wrong'));
    else onPassword(who);
  };
  // Words that change under the eyes are worse than a moment without.
  if (phones === null)
    return (
      <Page title={t('title')} ornament>
        <Skeleton lines={4} />
      </Page>
    );
  return (
    <Page title={t('title')} lead={t(phones ? 'lead_phone' : 'lead')} ornament>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          label={t(phones ? 'email_or_phone' : 'email')}
          hint={t('email_hint')}
          error={error}
          type={phones ? 'text' : 'email'}
          name="email"
          autocomplete="username webauthn"
          inputMode="email"
          maxLength={254}
          required
          value={address}
          onValue={setAddress}
          input={{ spellcheck: false, autocapitalize: 'none' }}
        />
        <Button type="submit" wide busy={busy} disabled={address.trim().length < 3}>
          {t('send')}
        </Button>
        <div class={styles.others}>
          <Button kind="quiet" disabled={address.trim().length < 3} onPress={() => void byPassword()}>
            {t('use_password')}
          </Button>
          {hasPasskeys() && (
            <Button
              kind="quiet"
              icon={icons.key}
              busy={passkey.busy}
              onPress={() => void passkey.press(() => offering.abort())}
            >
              {t('use_passkey')}
            </Button>
          )}
          {offered?.wechat && <WechatButton onError={setError} />}
        </div>
      </form>
    </Page>
  );
}
