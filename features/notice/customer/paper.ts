import { useSpeech } from '@axent/ui';
import { useEffect } from 'preact/hooks';
import type { Notice } from './clause.tsx';

/** Says on the document that printing gives the edition for paper; it takes a moment to be fetched. */
const ready = 'paper';

/**
 * Printing gives an edition made for paper: it stands in the page's place while it prints, and is gone afterwards.
 * Until it is fetched, and where a browser does not say that it prints, the page itself is printed.
 */
export function usePaper(notice: Notice | null): void {
  const speech = useSpeech();
  useEffect(() => {
    if (notice === null) return;
    let leave: () => void = () => undefined;
    let left = false;
    void import('./paper.edition.tsx').then(({ openPaper }) => {
      if (left) return;
      leave = openPaper(speech, notice);
      document.documentElement.dataset[ready] = 'ready';
    });
    return () => {
      left = true;
      delete document.documentElement.dataset[ready];
      leave();
    };
  }, [notice, speech]);
}
