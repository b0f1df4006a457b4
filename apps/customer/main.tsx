import '@axent/ui/tokens.css';
import '@axent/ui/base.css';
import { bestLanguage, createSpeech, ownWords, SpeechContext } from '@axent/ui';
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

const root = document.documentElement;
const speech = createSpeech(bestLanguage([root.lang]), (language) => {
  root.lang = language;
  localStorage.setItem('language', language);
  void here.load();
});
const here = createHere(speech);
const screens = createScreens(speech);
void here.load();
// Where a visit most likely begins; fetched beside the first answers instead of after them.
if (location.pathname === '/' || location.pathname === '/notice') void screens.Notice.preload();

await Promise.all([speech.load(ownWords), speech.load(catalogue)]);
const app = document.getElementById('app');
if (app) {
  render(
    <SpeechContext.Provider value={speech}>
      <App here={here} screens={screens} />
    </SpeechContext.Provider>,
    app,
  );
}
