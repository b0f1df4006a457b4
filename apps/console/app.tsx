import type { Owed } from '@axent/account/console';
import { ConfirmSheet, Gate, StrangerScreen } from '@axent/staff/console';
import { EmptyState, ProblemState, Skeleton, useText } from '@axent/ui';
import { Desk } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import styles from './frame.module.css';
import { Frame } from './frame.tsx';
import type { Here } from './here.ts';
import { Overview } from './overview.tsx';
import { places } from './places.ts';
import type { Screens } from './screens.ts';
import { catalogue } from './words.ts';

interface AppProps {
  readonly here: Here;
  readonly screens: Screens;
  /** Secret of the one-time link that this page was opened with. */
  readonly token: string | null;
}

function Missing() {
  const t = useText(catalogue);
  return (
    <Desk title={t('missing')}>
      <p>{t('missing_next')}</p>
    </Desk>
  );
}

/** Roles whose work is not built yet find that said, not empty pages. */
function NotYours() {
  const t = useText(catalogue);
  return (
    <Desk title={t('overview')}>
      <EmptyState title={t('not_yours')}>
        <p>{t('not_yours_next')}</p>
      </EmptyState>
    </Desk>
  );
}

function Inside({ here, screens }: Omit<AppProps, 'token'>) {
  const who = here.who.value;
  if (who.state !== 'staff') return null;
  const { roles } = who.staff;
  const works = places(roles).length > 0;
  return (
    <Frame roles={roles} onSignedOut={here.load}>
      {works ? (
        <Router>
          <Route path="/console/" component={Overview} here={here} staff={who.staff} />
          <Route path="/console/policy" component={screens.Policy} roles={roles} confirm={here.confirm} />
          <Route path="/console/coverage" component={screens.Coverage} />
          <Route path="/console/data" component={screens.DataMap} />
          <Route path="/console/record" component={screens.Record} />
          <Route path="/console/recipients" component={screens.Recipients} confirm={here.confirm} />
          <Route path="/console/requests" component={screens.Requests} confirm={here.confirm} />
          <Route path="/console/matters" component={screens.Matters} roles={roles} confirm={here.confirm} />
          <Route path="/console/log" component={screens.Log} roles={roles} />
          <Route path="/console/security" component={screens.Security} roles={roles} confirm={here.confirm} />
          <Route path="/console/keeping" component={screens.Keeping} roles={roles} />
          <Route path="/console/ledger" component={screens.Ledger} />
          <Route path="/console/access" component={screens.Access} roles={roles} confirm={here.confirm} />
          <Route path="/console/status" component={screens.Status} roles={roles} />
          <Route default component={Missing} />
        </Router>
      ) : (
        <NotYours />
      )}
      <ConfirmSheet open={here.confirming.value} onDone={here.confirmed} />
    </Frame>
  );
}

function Door({ here, screens, token }: AppProps) {
  const { path, route } = useLocation();
  const who = here.who.value;
  const [owed, setOwed] = useState<Owed>([]);
  const onEntered = (still: Owed) => {
    setOwed(still);
    if (still.length === 0) void here.load().then(() => path.endsWith('/welcome') && route('/console/'));
  };
  if (owed.length > 0)
    return (
      <screens.Second
        gate={Gate}
        owed={owed}
        onEntered={({ second }) => onEntered(second)}
        onBack={() => {
          setOwed([]);
          route('/console/');
        }}
      />
    );
  if (path === '/console/welcome' && who.state !== 'staff')
    return <screens.Welcome token={token} onEntered={onEntered} />;
  if (who.state === 'visitor') return <screens.SignIn onEntered={onEntered} />;
  if (who.state === 'stranger') return <StrangerScreen onLeft={() => void here.load()} />;
  if (who.state === 'staff') return <Inside here={here} screens={screens} />;
  return (
    <main class={styles.shape} id="content">
      {who.error ? <ProblemState error={who.error} again={() => void here.load()} /> : <Skeleton lines={4} />}
    </main>
  );
}

export function App(props: AppProps) {
  return (
    <LocationProvider scope={/^\/console(\/|$)/}>
      <Door {...props} />
    </LocationProvider>
  );
}
