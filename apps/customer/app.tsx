import { watchGeolocation } from '@axent/functions/customer';
import { loadRenewal, toldAddress } from '@axent/messages/customer';
import { useSpeech } from '@axent/ui';
import { useEffect } from 'preact/hooks';
import { LocationProvider, Route, Router } from 'preact-iso/router';
import { Missing } from './missing.tsx';
import { keepWords } from './offline.ts';
import {
  ClosingRoute,
  ConsentsRoute,
  CountryRoute,
  DevicesRoute,
  HeldRoute,
  HomeRoute,
  ImprintRoute,
  MessagesRoute,
  NoticeRoute,
  OfficerRoute,
  OpeningsRoute,
  OverviewRoute,
  ProfileRoute,
  RequestsRoute,
  ReviewsRoute,
  type RouteProps,
  SharedRoute,
  SignInRoute,
  StoreRoute,
  StoresRoute,
  UsesRoute,
  WaysRoute,
  WechatRoute,
} from './routes.tsx';
import { Shell } from './shell.tsx';
import { SignedOut } from './signedout.tsx';

/** Long enough after the first screen not to compete with it. */
const idle_ms = 2_000;

/** What begins only after accepting: the worker, the screens for offline use, the watch on the device's permission. */
function useAfterAccepting({ here, screens }: RouteProps) {
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
  const language = useSpeech().language.value;
  const person = here.account.value?.actor === 'person';
  useEffect(() => {
    if (!accepted || !person || toldAddress() === null) return;
    const idle = setTimeout(() => {
      // Where it fails, the next visit tries again.
      void loadRenewal().then((renewHere) => renewHere(language).catch(() => {}));
    }, idle_ms);
    return () => clearTimeout(idle);
  }, [accepted, person]);
  useEffect(() => {
    if (!accepted) return;
    const idle = setTimeout(() => {
      void Promise.all(Object.values(screens).map((one) => one.preload())).then(keepWords);
    }, idle_ms);
    return () => clearTimeout(idle);
  }, [accepted, screens]);
}

function Routes(props: RouteProps) {
  useAfterAccepting(props);
  const { here, screens } = props;
  return (
    <Shell places={here.accepted()}>
      <Router>
        <Route path="/" component={HomeRoute} {...props} />
        <Route path="/stores" component={StoresRoute} {...props} />
        <Route path="/stores/in" component={CountryRoute} {...props} />
        <Route path="/stores/in/:country" component={CountryRoute} {...props} />
        <Route path="/stores/:id" component={StoreRoute} {...props} />
        <Route path="/sign-in" component={SignInRoute} {...props} />
        <Route path="/account/profile" component={ProfileRoute} {...props} />
        <Route path="/sign-in/wechat" component={WechatRoute} {...props} />
        <Route path="/privacy" component={OverviewRoute} {...props} />
        <Route path="/privacy/held" component={HeldRoute} {...props} />
        <Route path="/privacy/open" component={OpeningsRoute} {...props} />
        <Route path="/privacy/consents" component={ConsentsRoute} {...props} />
        <Route path="/privacy/close" component={ClosingRoute} {...props} />
        <Route path="/privacy/erased" component={screens.Erased} />
        <Route path="/privacy/uses" component={UsesRoute} {...props} />
        <Route path="/privacy/shared" component={SharedRoute} {...props} />
        <Route path="/privacy/devices" component={DevicesRoute} {...props} />
        <Route path="/privacy/ways" component={WaysRoute} {...props} />
        <Route path="/privacy/reviews" component={ReviewsRoute} {...props} />
        <Route path="/privacy/messages" component={MessagesRoute} {...props} />
        <Route path="/privacy/requests" component={RequestsRoute} {...props} />
        <Route path="/privacy/officer" component={OfficerRoute} {...props} />
        <Route path="/notice" component={NoticeRoute} here={here} screens={screens} />
        <Route path="/coverage" component={screens.Coverage} />
        <Route path="/imprint" component={ImprintRoute} {...props} />
        <Route path="/signed-out" component={SignedOut} />
        <Route path="/left" component={screens.Left} />
        <Route default component={Missing} />
      </Router>
    </Shell>
  );
}

/** The API and the console live on the same origin and are no screens of this app. */
const own_addresses = /^\/(?!api\/|console)/;

export function App(props: RouteProps) {
  return (
    <LocationProvider scope={own_addresses}>
      <Routes {...props} />
    </LocationProvider>
  );
}
