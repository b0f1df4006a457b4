import { ProblemState, Skeleton } from '@axent/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StoreMapProps } from './map/map.tsx';
import styles from './stores.module.css';

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly Map: ComponentType<StoreMapProps> }
  | { readonly state: 'failed'; readonly error: unknown };

/** The map and its shapes come when somebody opens it, not before. */
export function MapPanel(props: StoreMapProps) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let here = true;
    const tell = (now: Loaded) => here && setLoaded(now);
    tell({ state: 'loading' });
    import('./map/map.tsx').then(
      ({ StoreMap }) => tell({ state: 'ready', Map: StoreMap }),
      () => tell({ state: 'failed', error: { status: 0, code: 'offline' } }),
    );
    return () => {
      here = false;
    };
  }, [round]);
  if (loaded.state === 'ready') return <loaded.Map {...props} />;
  return (
    <div class={styles.coming}>
      {loaded.state === 'loading' ? (
        <Skeleton lines={4} />
      ) : (
        <ProblemState error={loaded.error} again={() => setRound(round + 1)} />
      )}
    </div>
  );
}
