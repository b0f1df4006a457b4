import { Button, icons, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Family, NearStore, Store } from '../contract.ts';
import { MapPanel } from './panel.tsx';
import { StoreItem } from './store.tsx';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

interface StoreListProps {
  readonly stores: readonly (Store | NearStore)[];
  readonly families: readonly Family[];
  /** Numbered where the order says something: the nearest is 1. */
  readonly numbered?: boolean;
  /** Stands above the list. */
  readonly children?: ComponentChildren;
}

/** Stores as a list and, once it is asked for, on a map: what is chosen in one is chosen in the other. */
export function StoreList({ stores, families, numbered = false, children }: StoreListProps) {
  const t = useText(catalogue);
  const id = useId();
  const [shown, setShown] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.scrollIntoView({ block: 'start' }), [shown]);
  const here = stores.some((store) => store.id === chosen) ? chosen : null;
  const itemOf = (store: string) => `${id}-${store}`;
  const chooseOnMap = (store: string) => {
    setChosen(store);
    document.getElementById(itemOf(store))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div class={styles.both} data-map={shown}>
      <div class={styles.above}>
        {children}
        <p>
          <Button kind="quiet" icon={icons.map} onPress={() => setShown(!shown)}>
            {t(shown ? 'map_hide' : 'map_show')}
          </Button>
        </p>
      </div>
      {shown && (
        <div ref={panel} class={styles.panel}>
          <MapPanel stores={stores} chosen={here} numbered={numbered} onChoose={chooseOnMap} />
        </div>
      )}
      <ol class={styles.list}>
        {stores.map((store, index) => (
          <StoreItem
            key={store.id}
            id={itemOf(store.id)}
            store={store}
            families={families}
            number={numbered && shown ? index + 1 : undefined}
            chosen={shown ? store.id === here : undefined}
            onChoose={() => setChosen(store.id)}
          />
        ))}
      </ol>
    </div>
  );
}
