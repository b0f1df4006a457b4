import { call } from '@axent/kernel/operation/client';
import {
  Button,
  codeOf,
  LinkButton,
  Page,
  ProblemState,
  Refused,
  Skeleton,
  useSpeech,
  useText,
} from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { connectWechat, signInWechat } from '../contract.wechat.ts';
import type { Entered } from './second.tsx';
import { SignInScreen, type SignInScreenProps } from './signin.tsx';
import { catalogue } from './text.ts';
import { takeFrom, takeReturned } from './wechat.leaving.ts';

export interface WechatScreenProps extends SignInScreenProps {
  /** Whoever is signed in came back to connect it; whoever is not, to sign in. */
  readonly signed_in: boolean;
  readonly onSignInAgain: () => Promise<void>;
  /** On to the screen where the way to WeChat began. */
  readonly onGo: (path: string) => void;
}

type Outcome =
  | { readonly is: 'asking' }
  | { readonly is: 'cancelled' }
  | { readonly is: 'refused'; readonly error: unknown }
  | { readonly is: 'connected' }
  | { readonly is: 'new'; readonly entered: Entered }
  | { readonly is: 'entered'; readonly entered: Entered };

/** The same way back counts again: the server was not reached, or WeChat was not. */
const passing: ReadonlySet<string> = new Set([
  'offline',
  'wechat_down',
  'too_many_requests',
  'busy',
  'unknown',
]);

const isOver = ({ second, offered }: Entered) => second.length === 0 && offered.length === 0;

/** Exchanges what WeChat led back with, once when the page opens and again when that is asked for. */
function useReturned(signed_in: boolean, onEntered: (entered: Entered) => Promise<void>) {
  const language = useSpeech().language.value;
  const [returned] = useState(takeReturned);
  const [outcome, setOutcome] = useState<Outcome>({ is: returned === null ? 'cancelled' : 'asking' });
  const ask = async () => {
    if (returned === null) return;
    setOutcome({ is: 'asking' });
    try {
      if (signed_in) {
        await call(connectWechat, returned, { language });
        return setOutcome({ is: 'connected' });
      }
      const entered = await call(signInWechat, returned, { language });
      await onEntered(entered);
      setOutcome({ is: entered.created ? 'new' : 'entered', entered });
    } catch (error) {
      setOutcome({ is: 'refused', error });
    }
  };
  useEffect(() => void ask(), []);
  return { outcome, ask, goOn: (entered: Entered) => setOutcome({ is: 'entered', entered }) };
}

/** Where WeChat leads back to: in, connected, or what came in between and what to do about it. */
export function WechatScreen(props: WechatScreenProps) {
  const t = useText(catalogue);
  // Signing in changes who is here; what this page was opened for stays.
  const [signed_in] = useState(props.signed_in);
  const { outcome, ask, goOn } = useReturned(signed_in, async (entered) => {
    if (entered.created) await props.onSignedIn();
    else if (isOver(entered)) await finish();
  });
  const finish = async () => {
    await props.onSignedIn();
    props.onGo(takeFrom());
  };
  const again = () => props.onGo(signed_in ? '/privacy/ways' : takeFrom());
  if (outcome.is === 'entered')
    return <SignInScreen asking={props.asking} entered={outcome.entered} onSignedIn={finish} />;
  if (outcome.is === 'new')
    return (
      <Page title={t('wechat_new')} lead={t('wechat_new_lead')} ornament>
        <p>{t('wechat_new_other')}</p>
        <Button wide onPress={() => (isOver(outcome.entered) ? void finish() : goOn(outcome.entered))}>
          {t('wechat_go_on')}
        </Button>
      </Page>
    );
  if (outcome.is === 'connected')
    return (
      <Page title={t('wechat_connected')} lead={t('wechat_connected_lead')} ornament>
        <p role="status">
          <LinkButton href="/privacy/ways">{t('wechat_go_on')}</LinkButton>
        </p>
      </Page>
    );
  const begin = (
    <Button kind="equal" onPress={again}>
      {t(signed_in ? 'wechat_to_ways' : 'wechat_to_start')}
    </Button>
  );
  return (
    <Page title={t(outcome.is === 'cancelled' ? 'wechat_cancelled' : 'wechat_title')}>
      {outcome.is === 'asking' && (
        <>
          <p role="status">{t('wechat_asking')}</p>
          <Skeleton lines={2} />
        </>
      )}
      {outcome.is === 'cancelled' && (
        <>
          <p>{t('wechat_cancelled_text')}</p>
          {begin}
        </>
      )}
      {outcome.is === 'refused' && (
        <Refusal error={outcome.error} ask={ask} begin={begin} onSignInAgain={props.onSignInAgain} />
      )}
    </Page>
  );
}

interface RefusalProps extends Pick<WechatScreenProps, 'onSignInAgain'> {
  readonly error: unknown;
  readonly ask: () => Promise<void>;
  readonly begin: ComponentChildren;
}

/** What was refused, and the way on that fits it: once more, from the beginning, or a fresh sign-in first. */
function Refusal({ error, ask, begin, onSignInAgain }: RefusalProps) {
  const code = codeOf(error);
  if (code === 'fresh_sign_in_needed') return <Refused error={error} onSignInAgain={onSignInAgain} />;
  return (
    <>
      <ProblemState error={error} {...(passing.has(code) ? { again: () => void ask() } : {})} />
      <p>{begin}</p>
    </>
  );
}
