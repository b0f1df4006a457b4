import '@axent/ui/tokens.css';
import '@axent/ui/base.css';
import './console.css';
import { staffWords } from '@axent/staff/console';
import { bestLanguage, createSpeech, ownWords, SpeechContext } from '@axent/ui';
import { createKeyboard, KeyboardContext, signed_out_event } from '@axent/ui/console';
import { render } from 'preact';
import { App } from './app.tsx';
import { createHere } from './here.ts';
import { createScreens } from './screens.ts';
import { catalogue } from './words.ts';

// A new release took the files away that this page was made with: the new page has its own.
addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  location.reload();
});

/** The secret of a one-time link stands behind the #; it is taken out of the address before anything else happens. */
function takeToken(): string | null {
  const token = location.hash.slice(1);
  if (!location.pathname.endsWith('/welcome') || token === '') return null;
  history.replaceState(null, '', location.pathname);
  return /^[\w-]{43}$/.test(token) ? token : null;
}

/** What the company's sign-in answered, out of the address as well. */
function takeAnswer(): string | null {
  if (!location.pathname.endsWith('/provider')) return null;
  const answer = location.hash.slice(1) || location.search.slice(1);
  history.replaceState(null, '', location.pathname);
  return answer === '' ? null : answer;
}

const token = takeToken();
const answer = takeAnswer();
const root = document.documentElement;
const speech = createSpeech(bestLanguage([root.lang]), (language) => {
  root.lang = language;
  localStorage.setItem('language', language);
});
const here = createHere();
const screens = createScreens(speech);
const keyboard = createKeyboard(() => performance.now());
document.addEventListener('keydown', keyboard.press);
document.addEventListener(signed_out_event, () => void here.load());
void here.load();

await Promise.all([speech.load(ownWords), speech.load(catalogue), speech.load(staffWords)]);
const app = document.getElementById('app');
if (app) {
  render(
    <SpeechContext.Provider value={speech}>
      <KeyboardContext.Provider value={keyboard}>
        <App here={here} screens={screens} token={token} answer={answer} />
      </KeyboardContext.Provider>
    </SpeechContext.Provider>,
    app,
  );
}
