import { type Speech, SpeechContext } from '@axent/ui';
import { render } from 'preact';
import type { Notice } from './clause.tsx';
import { PrintedNotice } from './printed.tsx';

/** Puts the edition for paper in the app's place whenever the browser prints. Answers what ends that. */
export function openPaper(speech: Speech, notice: Notice): () => void {
  const app = document.getElementById('app');
  const { style } = document.documentElement;
  const paper = document.createElement('div');
  document.body.append(paper);
  const before = () => {
    // What stands at the foot of each page: a style sheet has no words.
    style.setProperty('--running', JSON.stringify(`${notice.title} · ${notice.version.revision}`));
    render(
      <SpeechContext.Provider value={speech}>
        <PrintedNotice notice={notice} />
      </SpeechContext.Provider>,
      paper,
    );
    if (app) app.hidden = true;
  };
  const after = () => {
    if (app) app.hidden = false;
    render(null, paper);
    style.removeProperty('--running');
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    after();
    paper.remove();
  };
}
