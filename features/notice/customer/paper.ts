import { useSpeech } from '@axent/ui';
import { useEffect } from 'preact/hooks';
import type { Notice } from './clause.tsx';

/** Says on the document that printing gives the edition for paper; it takes a moment to be fetched. */
const ready = 'paper';

/** Long enough not to compete with the notice itself. */
const settled_ms = 1_500;

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
    const fetching = setTimeout(async () => {
      const { openPaper } = await import('./paper.edition.tsx');
      if (left) return;
      leave = openPaper(speech, notice);
      document.documentElement.dataset[ready] = 'ready';
    }, settled_ms);
    return () => {
      left = true;
      clearTimeout(fetching);
      delete document.documentElement.dataset[ready];
      leave();
    };
  }, [notice, speech]);
}
