import { loadZone } from '@axent/messages/customer';
import { anythingKept } from '@axent/stores/customer';
import { codeOf, PageShape, ProblemState, Skeleton, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import type { Here } from './here.ts';
import { Home } from './home.tsx';
import { leaveNothing } from './leaving.ts';
import type { Screens } from './screens.ts';
import { keepSeen, seenVersion } from './seen.ts';
import { catalogue } from './words.ts';

export interface RouteProps {
  readonly here: Here;
  readonly screens: Screens;
}

type GuardProps = RouteProps & { readonly children: ComponentChildren };

export function NoticeRoute({ here, screens }: RouteProps) {
  const { route, query } = useLocation();
  const common = {
    state: here.state.value,
    reload: here.load,
    onAccepted: here.load,
    onLater: () => {
      here.put_off.value = here.state.value?.current.sequence ?? null;
      route('/');
    },
    onLeave: () => void leaveNothing().then(() => route('/left')),
  };
  const sequence = Number(query.version);
  const { asks, current } = here.state.value ?? {};
  useEffect(() => {
    if (asks === 'see_changes' && current && !(sequence > 0)) keepSeen(current.sequence);
  }, [asks, current, sequence]);
  if (sequence > 0) return <screens.EarlierNotice {...common} sequence={sequence} />;
  return <screens.Notice {...common} notice={here.notice.value} error={here.error.value} />;
}

function Unknown({ here }: Pick<RouteProps, 'here'>) {
  const t = useText(catalogue);
  return (
    <PageShape>
      {here.error.value ? (
        <ProblemState error={here.error.value} kept={t('unreachable_kept')} again={() => void here.load()} />
      ) : (
        <Skeleton lines={5} />
      )}
    </PageShape>
  );
}

/** Everything but a few public pages comes after accepting; the notice stands in its place until then. */
function Accepted({ here, screens, children }: GuardProps) {
  const state = here.state.value;
  if (!state) return <Unknown here={here} />;
  const put_off = here.put_off.value === state.current.sequence;
  if (state.asks === 'accept' || (state.asks === 'accept_anew' && !put_off))
    return <NoticeRoute here={here} screens={screens} />;
  const erased_at = here.account.value?.erased_at;
  if (erased_at)
    return (
      <screens.Closed erased_at={erased_at} onReopened={here.load} onSignOut={() => here.signInAgain()} />
    );
  return <>{children}</>;
}

async function hasSignedIn(here: Here): Promise<void> {
  await here.load();
  // Quiet hours are the person's own; without word of them those of the operator's place count.
  void loadZone().then((tellZone) => tellZone().catch(() => {}));
}

/** What is about a person comes after signing in; the sign-in stands in its place, and the address stays. */
function SignedIn({ here, screens, children }: GuardProps) {
  const account = here.account.value;
  if (!account) return <Unknown here={here} />;
  return (
    <Accepted here={here} screens={screens}>
      {account.actor === 'person' ? (
        children
      ) : (
        <screens.SignIn asking={here.openings.asking} onSignedIn={() => hasSignedIn(here)} />
      )}
    </Accepted>
  );
}

const changes = { see_changes: 'changed', accept_anew: 'grown', accept: null } as const;

export function HomeRoute(props: RouteProps) {
  const state = props.here.state.value;
  const asks = state?.asks;
  const seen = state?.asks === 'see_changes' && seenVersion() >= state.current.sequence;
  return (
    <Accepted {...props}>
      <Home changed={asks && !seen ? changes[asks] : null} />
    </Accepted>
  );
}

/**
 * Without a connection nobody can be asked what was accepted here. What is kept of stores was kept after accepting, and
 * leaving takes it away: where there is some, it is shown.
 */
function AcceptedOrKept({ here, screens, children }: GuardProps) {
  const unreachable = !here.state.value && codeOf(here.error.value) === 'offline';
  const [kept, setKept] = useState(false);
  useEffect(() => {
    if (!unreachable) return;
    void anythingKept().then(setKept);
    addEventListener('online', here.load);
    return () => removeEventListener('online', here.load);
  }, [unreachable, here]);
  if (unreachable && kept) return <>{children}</>;
  return (
    <Accepted here={here} screens={screens}>
      {children}
    </Accepted>
  );
}

export function StoreRoute(props: RouteProps) {
  const { id = '' } = useRoute().params;
  return (
    <AcceptedOrKept {...props}>
      <props.screens.Store id={id} />
    </AcceptedOrKept>
  );
}

export function CountryRoute(props: RouteProps) {
  const { country } = useRoute().params;
  return (
    <AcceptedOrKept {...props}>
      <props.screens.Country country={country?.toUpperCase()} />
    </AcceptedOrKept>
  );
}

export function StoresRoute(props: RouteProps) {
  const { openings } = props.here;
  const state = openings.states.value?.find((one) => one.function === 'nearby');
  const closed = state?.closed_by === 'person' || state?.closed_by === 'device';
  return (
    <AcceptedOrKept {...props}>
      <props.screens.Stores nearby={openings.asking('nearby')} closed={closed} />
    </AcceptedOrKept>
  );
}

/** Signing in for its own sake ends where the person's data is. */
export function SignInRoute(props: RouteProps) {
  return <OverviewRoute {...props} />;
}

/** Where WeChat leads back to, for whoever signs in by it or connects it. */
export function WechatRoute(props: RouteProps) {
  const { here, screens } = props;
  const { route } = useLocation();
  const account = here.account.value;
  return (
    <Accepted {...props}>
      {account && (
        <screens.Wechat
          signed_in={account.actor === 'person'}
          asking={here.openings.asking}
          onSignedIn={() => hasSignedIn(here)}
          onGo={(path) => route(path, true)}
          onSignInAgain={async () => {
            route('/privacy/ways', true);
            await here.signInAgain();
          }}
        />
      )}
    </Accepted>
  );
}

export function OverviewRoute(props: RouteProps) {
  const { route } = useLocation();
  const states = props.here.openings.states.value;
  const open = states?.filter((state) => state.kind === 'function' && state.open).length ?? null;
  return (
    <SignedIn {...props}>
      <props.screens.Overview
        open={open}
        onSignedOut={async () => {
          route('/signed-out', true);
          await props.here.load();
        }}
      />
    </SignedIn>
  );
}

const no_names = { categories: {}, purposes: {} };

export function HeldRoute(props: RouteProps) {
  return (
    <SignedIn {...props}>
      <props.screens.Held
        names={props.here.notice.value ?? no_names}
        onSignInAgain={() => props.here.signInAgain()}
      />
    </SignedIn>
  );
}

export function ClosingRoute(props: RouteProps) {
  const { route } = useLocation();
  return (
    <SignedIn {...props}>
      <props.screens.Closing
        onSignInAgain={() => props.here.signInAgain()}
        onDone={async () => {
          route('/', true);
          await props.here.load();
        }}
      />
    </SignedIn>
  );
}

export function ConsentsRoute(props: RouteProps) {
  return (
    <SignedIn {...props}>
      <props.screens.Consents names={props.here.notice.value ?? no_names} />
    </SignedIn>
  );
}

export function UsesRoute(props: RouteProps) {
  return (
    <SignedIn {...props}>
      <props.screens.Uses names={props.here.notice.value ?? no_names} />
    </SignedIn>
  );
}

export function SharedRoute(props: RouteProps) {
  return (
    <SignedIn {...props}>
      <props.screens.Shared />
    </SignedIn>
  );
}

export function ReviewsRoute(props: RouteProps) {
  return (
    <SignedIn {...props}>
      <props.screens.Reviews />
    </SignedIn>
  );
}

/** Visitors open and close as well; nothing of it needs an account. */
export function OpeningsRoute(props: RouteProps) {
  const { notice, openings } = props.here;
  return (
    <Accepted {...props}>
      <props.screens.Openings
        openings={openings}
        names={notice.value?.functions ?? {}}
        prompts={notice.value?.prompts ?? {}}
      />
    </Accepted>
  );
}

export function DevicesRoute(props: RouteProps) {
  return (
    <SignedIn {...props}>
      <props.screens.Devices onSignInAgain={() => props.here.signInAgain()} />
    </SignedIn>
  );
}

export function WaysRoute(props: RouteProps) {
  return (
    <SignedIn {...props}>
      <props.screens.Ways onSignInAgain={() => props.here.signInAgain()} />
    </SignedIn>
  );
}

export function ProfileRoute(props: RouteProps) {
  return (
    <SignedIn {...props}>
      <props.screens.Profile />
    </SignedIn>
  );
}

export function MessagesRoute(props: RouteProps) {
  return (
    <SignedIn {...props}>
      <props.screens.Messages />
    </SignedIn>
  );
}

export function OfficerRoute({ here, screens }: RouteProps) {
  const controller = here.notice.value?.controller;
  return controller ? <screens.Officer controller={controller} /> : <Unknown here={here} />;
}

/** Nobody need accept anything, or have an account, to ask about their data. */
export function RequestsRoute({ here, screens }: RouteProps) {
  const account = here.account.value;
  return account ? <screens.Requests person={account.actor === 'person'} /> : <Unknown here={here} />;
}

export function ImprintRoute({ here, screens }: RouteProps) {
  return <screens.Imprint notice={here.notice.value} error={here.error.value} reload={here.load} />;
}
