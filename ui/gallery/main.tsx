import '../tokens.css';
import '../base.css';
import { render } from 'preact';
import { catalogue as ownWords } from '../text/own.ts';
import { createSpeech, SpeechContext } from '../text/text.ts';
import { Gallery } from './gallery.tsx';
import { allowShownStates } from './pseudo.ts';
import { readSettings } from './settings.ts';
import { catalogue } from './text.ts';

const settings = readSettings(location.search);
const root = document.documentElement;
root.lang = settings.language;
root.dir = settings.direction;
root.dataset.theme = settings.theme;
root.style.fontSize = `${settings.text}%`;

const speech = createSpeech(settings.language, () => undefined);
await Promise.all([speech.load(ownWords), speech.load(catalogue)]);
allowShownStates();
const page = document.getElementById('gallery');
if (page) {
  render(
    <SpeechContext.Provider value={speech}>
      <Gallery settings={settings} />
    </SpeechContext.Provider>,
    page,
  );
}
