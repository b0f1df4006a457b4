import { useText } from '@axent/ui';
import { catalogue } from '../text.ts';
import type { Mark } from './clusters.ts';
import styles from './map.module.css';
import type { MapStore } from './map.tsx';
import { onScreen, type Size, type View } from './view.ts';

interface MarksProps {
  readonly marks: readonly Mark[];
  readonly stores: readonly MapStore[];
  readonly view: View;
  readonly size: Size;
  readonly chosen: string | null;
  /** The marks bear the numbers of the list. */
  readonly numbered: boolean;
  readonly onPress: (mark: Mark) => void;
}

/** One button for each mark in sight, in the order of the list. */
export function Marks({ marks, stores, view, size, chosen, numbered, onPress }: MarksProps) {
  const t = useText(catalogue);
  const placed = marks.map((mark) => {
    const { x, y } = onScreen(view, size, mark);
    return { mark, x: x + mark.beside.x, y: y + mark.beside.y };
  });
  const inSight = placed.filter(({ x, y }) => x >= 0 && y >= 0 && x <= size.width && y <= size.height);
  return (
    <ul class={styles.marks} aria-label={t('map_marks')}>
      {inSight.map(({ mark, x, y }) => {
        const [first = 0] = mark.stores;
        const store = stores[first];
        if (!store) return null;
        const one = mark.stores.length === 1;
        const count = mark.stores.length;
        return (
          <li
            key={store.id}
            style={{ transform: `translate(${x}px, ${y}px)` }}
            data-chosen={store.id === chosen}
          >
            <button
              type="button"
              class={one ? styles.pin : styles.heap}
              data-store={store.id}
              aria-pressed={one ? store.id === chosen : undefined}
              aria-label={
                one
                  ? numbered
                    ? `${first + 1}. ${store.name}`
                    : store.name
                  : t('map_heap', { count, place: store.address.city })
              }
              onClick={() => onPress(mark)}
            >
              <span aria-hidden="true">{one ? (numbered ? first + 1 : '•') : count}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
