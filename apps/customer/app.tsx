import { watchGeolocation } from '@axent/functions/customer';
import { PageShape, ProblemState, Skeleton, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import type { Here } from './here.ts';
import { Home } from './home.tsx';
import { leaveNothing } from './leaving.ts';
import { Missing } from './missing.tsx';
import { keepWords } from './offline.ts';
import type { Screens } from './screens.ts';
import { Shell } from './shell.tsx';
import { catalogue } from './words.ts';

interface HereProps {
  readonly here: Here;
  readonly screens: Screens;
}

function NoticeRoute({ here, screens }: HereProps) {
  const { route, query } = useLocation();
  const shared = {
    state: here.state.value,
    reload: here.load,
    onAccepted: here.load,
    onLeave: () => void leaveNothing().then(() => route('/left')),
  };
  const sequence = Number(query.version);
  if (sequence > 0) return <screens.EarlierNotice {...shared} sequence={sequence} />;
  return <screens.Notice {...shared} notice={here.notice.value} error={here.error.value} />;
}

/** Everything but a few public pages comes after accepting; the notice stands in its place until then. */
function Accepted({ here, screens, children }: HereProps & { readonly children: ComponentChildren }) {
  const t = useText(catalogue);
  const state = here.state.value;
  if (!state)
    return (
      <PageShape>
        {here.error.value ? (
          <ProblemState
            error={here.error.value}
            kept={t('unreachable_kept')}
            again={() => void here.load()}
          />
        ) : (
          <Skeleton lines={5} />
        )}
      </PageShape>
    );
  if (state.asks === 'accept' || state.asks === 'accept_anew')
    return <NoticeRoute here={here} screens={screens} />;
  return <>{children}</>;
}

function HomeRoute({ here, screens }: HereProps) {
  return (
    <Accepted here={here} screens={screens}>
      <Home changed={here.state.value?.asks === 'see_changes'} />
    </Accepted>
  );
}

function StoresRoute({ here, screens }: HereProps) {
  const state = here.openings.states.value?.find((one) => one.function === 'nearby');
  const closed = state?.closed_by === 'person' || state?.closed_by === 'device';
  return (
    <Accepted here={here} screens={screens}>
      <screens.Stores nearby={here.openings.asking('nearby')} closed={closed} />
    </Accepted>
  );
}

function ImprintRoute({ here, screens }: HereProps) {
  return <screens.Imprint notice={here.notice.value} error={here.error.value} reload={here.load} />;
}

/** What begins only after accepting: the worker, the screens for offline use, the watch on the device's permission. */
function useAfterAccepting({ here, screens }: HereProps) {
  const accepted = here.accepted();
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
    const idle = setTimeout(() => {
      void Promise.all(Object.values(screens).map((one) => one.preload())).then(keepWords);
    }, 2_000);
    return () => clearTimeout(idle);
  }, [accepted, screens]);
}

function Routes({ here, screens }: HereProps) {
  const accepted = here.accepted();
  useAfterAccepting({ here, screens });
  return (
    <Shell places={accepted}>
      <Router>
        <Route path="/" component={HomeRoute} here={here} screens={screens} />
        <Route path="/stores" component={StoresRoute} here={here} screens={screens} />
        <Route path="/notice" component={NoticeRoute} here={here} screens={screens} />
        <Route path="/coverage" component={screens.Coverage} />
        <Route path="/imprint" component={ImprintRoute} here={here} screens={screens} />
        <Route path="/left" component={screens.Left} />
        <Route default component={Missing} />
      </Router>
    </Shell>
  );
}

export function App({ here, screens }: HereProps) {
  return (
    <LocationProvider scope={/^\/(?!api\/|console)/}>
      <Routes here={here} screens={screens} />
    </LocationProvider>
  );
}
