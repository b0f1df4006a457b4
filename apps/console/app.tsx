import type { Owed } from '@axent/account/console';
import { CompanyPanel, ConfirmSheet, Gate, OwnRoles, StrangerScreen } from '@axent/staff/console';
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
  /** What the company's sign-in answered, where it led back to this page. */
  readonly answer: string | null;
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
function NotYours({ here, roles }: { readonly here: Here; readonly roles: readonly string[] }) {
  const t = useText(catalogue);
  return (
    <Desk title={t('overview')}>
      <EmptyState title={t('not_yours')}>
        <p>{t('not_yours_next')}</p>
        <OwnRoles roles={roles} />
      </EmptyState>
      <CompanyPanel confirm={here.confirm} />
    </Desk>
  );
}

interface InsideProps extends Pick<AppProps, 'here' | 'screens'> {
  readonly onSignedOut: () => Promise<void>;
}

function Inside({ here, screens, onSignedOut }: InsideProps) {
  const who = here.who.value;
  if (who.state !== 'staff') return null;
  const { roles } = who.staff;
  const works = places(roles).length > 0;
  return (
    <Frame roles={roles} onSignedOut={onSignedOut}>
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
          <Route path="/console/fraud" component={screens.Fraud} confirm={here.confirm} />
          <Route path="/console/keeping" component={screens.Keeping} roles={roles} />
          <Route path="/console/ledger" component={screens.Ledger} />
          <Route path="/console/access" component={screens.Access} roles={roles} confirm={here.confirm} />
          <Route path="/console/status" component={screens.Status} roles={roles} />
          <Route default component={Missing} />
        </Router>
      ) : (
        <NotYours here={here} roles={roles} />
      )}
      <ConfirmSheet open={here.confirming.value} onDone={here.confirmed} />
    </Frame>
  );
}

function Door({ here, screens, token, answer }: AppProps) {
  const { path, route } = useLocation();
  const who = here.who.value;
  const [owed, setOwed] = useState<Owed>([]);
  const [left, setLeft] = useState(false);
  const onEntered = (still: Owed) => {
    setOwed(still);
    if (still.length === 0)
      void here.load().then(() => /\/(welcome|provider)$/.test(path) && route('/console/'));
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
  if (path === '/console/provider') return <screens.Provider answer={answer} onEntered={onEntered} />;
  if (who.state === 'visitor') return <screens.SignIn left={left} onEntered={onEntered} />;
  if (who.state === 'stranger') return <StrangerScreen onLeft={() => void here.load()} />;
  if (who.state === 'staff') {
    const onSignedOut = async () => {
      setLeft(true);
      await here.load();
    };
    return <Inside here={here} screens={screens} onSignedOut={onSignedOut} />;
  }
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
