import { useEffect } from 'preact/hooks';

function reveal() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id ? document.getElementById(id) : null;
  if (!target) return;
  if (target instanceof HTMLDetailsElement) target.open = true;
  target.scrollIntoView({ block: 'start' });
}

/** Opens and shows what the address points at: on arrival, once it is there (`ready`), and on every change. */
export function useAnchor(ready: boolean) {
  useEffect(() => {
    if (!ready) return;
    // The router scrolls to the top after a change of page; this comes after it.
    const frame = requestAnimationFrame(reveal);
    addEventListener('hashchange', reveal);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('hashchange', reveal);
    };
  }, [ready]);
}

/** On paper every layer is open, of all that is there by then (`ready`); afterwards the page is as it was. */
export function usePrintedWhole(ready: boolean) {
  useEffect(() => {
    if (!ready) return;
    let opened: HTMLDetailsElement[] = [];
    const before = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
      for (const details of opened) details.open = true;
    };
    const after = () => {
      for (const details of opened) details.open = false;
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, [ready]);
}
