import { watchGeolocation } from '@axent/functions/customer';
import { Page, ProblemState, Skeleton, useSpeech, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { ErrorBoundary } from 'preact-iso/lazy';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import type { Here } from './here.ts';
import { Home } from './home.tsx';
import { leaveNothing } from './leaving.ts';
import { Missing } from './missing.tsx';
import { Coverage, catalogues, EarlierNotice, Imprint, Left, Notice } from './screens.tsx';
import { Shell } from './shell.tsx';
import { catalogue } from './words.ts';

interface HereProps {
  readonly here: Here;
}

function NoticeRoute({ here }: HereProps) {
  const { route, query } = useLocation();
  const shared = {
    state: here.state.value,
    reload: here.load,
    onAccepted: here.load,
    onLeave: () => void leaveNothing().then(() => route('/left')),
  };
  const sequence = Number(query.version);
  if (sequence > 0) return <EarlierNotice {...shared} sequence={sequence} />;
  return <Notice {...shared} notice={here.notice.value} error={here.error.value} />;
}

/** Everything but a few public pages comes after accepting; the notice stands in its place until then. */
function Accepted({ here, children }: HereProps & { readonly children: ComponentChildren }) {
  const t = useText(catalogue);
  const state = here.state.value;
  if (!state)
    return (
      <Page title={t('home')}>
        {here.error.value ? (
          <ProblemState
            error={here.error.value}
            kept={t('unreachable_kept')}
            again={() => void here.load()}
          />
        ) : (
          <Skeleton lines={5} />
        )}
      </Page>
    );
  if (state.asks === 'accept' || state.asks === 'accept_anew') return <NoticeRoute here={here} />;
  return <>{children}</>;
}

function HomeRoute({ here }: HereProps) {
  return (
    <Accepted here={here}>
      <Home changed={here.state.value?.asks === 'see_changes'} />
    </Accepted>
  );
}

function ImprintRoute({ here }: HereProps) {
  return <Imprint notice={here.notice.value} error={here.error.value} reload={here.load} />;
}

/** What begins only after accepting: the worker, the words for offline use, the watch on the device's permission. */
function useAfterAccepting(here: Here) {
  const speech = useSpeech();
  const accepted = here.accepted();
  const language = speech.language.value;
  useEffect(() => {
    if (!accepted) return;
    void navigator.serviceWorker?.register('/sw.js');
    let stop = () => {};
    void watchGeolocation(here.openings, localStorage).then((ended) => {
      stop = ended;
    });
    return () => stop();
  }, [accepted, here]);
  useEffect(() => {
    if (!accepted) return;
    const idle = setTimeout(() => void Promise.all(catalogues.map((words) => words[language]())), 2_000);
    return () => clearTimeout(idle);
  }, [accepted, language]);
}

function Routes({ here }: HereProps) {
  const accepted = here.accepted();
  useAfterAccepting(here);
  return (
    <Shell places={accepted}>
      <ErrorBoundary>
        <Router>
          <Route path="/" component={HomeRoute} here={here} />
          <Route path="/notice" component={NoticeRoute} here={here} />
          <Route path="/coverage" component={Coverage} />
          <Route path="/imprint" component={ImprintRoute} here={here} />
          <Route path="/left" component={Left} />
          <Route default component={Missing} />
        </Router>
      </ErrorBoundary>
    </Shell>
  );
}

export function App({ here }: HereProps) {
  return (
    <LocationProvider scope={/^\/(?!api\/|console)/}>
      <Routes here={here} />
    </LocationProvider>
  );
}
