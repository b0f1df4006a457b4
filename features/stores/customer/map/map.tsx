import { Icon, icons, useFormats, useText } from '@axent/ui';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Store } from '../../contract.ts';
import { catalogue } from '../text.ts';
import { gather, type Mark, spread } from './clusters.ts';
import { useFlight } from './flight.ts';
import { keyed, useGestures, zoom_step } from './gestures.ts';
import { Ground } from './ground.tsx';
import styles from './map.module.css';
import { Marks } from './marks.tsx';
import {
  around,
  closest,
  fitted,
  into,
  onScreen,
  type Point,
  project,
  ruler,
  type Size,
  type View,
  zoomed,
} from './view.ts';

export type MapStore = Pick<Store, 'id' | 'name' | 'address' | 'directions'>;

export interface StoreMapProps {
  readonly stores: readonly MapStore[];
  /** Id of the store that is chosen in the list. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly numbered?: boolean;
}

const reach_px = 44;
const margin_px = 44;
const ruler_px = 96;

/** The size of an element, and again whenever it changes. */
function useSize() {
  const element = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    const watch = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      // Nothing can be shown in an element without room, and nothing fits into it.
      setSize(width > 0 && height > 0 ? { width, height } : null);
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return { element, size };
}

const pin_px = 16;

/** Where marks and the ruler are, so that no name is written there: a pin stands above its place. */
function takenBy(marks: readonly Mark[], view: View, size: Size): Point[] {
  const ruler_ends = [0, 32, 64, ruler_px].map((x) => ({ x: x + 12, y: size.height - 18 }));
  return [
    ...ruler_ends,
    ...marks.map((mark) => {
      const { x, y } = onScreen(view, size, mark);
      return { x: x + mark.beside.x, y: y + mark.beside.y - (mark.stores.length === 1 ? pin_px : 0) };
    }),
  ];
}

/** Goes to all stores when they change, and to the chosen one when another is chosen. */
function useWhere(points: readonly Point[], chosen: number, size: Size | null) {
  const flight = useFlight();
  const whole = (room: Size) => fitted(points, room, margin_px);
  useEffect(() => {
    if (size) flight.fly(whole(size));
  }, [points, size?.width, size?.height]);
  useEffect(() => {
    const point = points[chosen];
    if (point && size && flight.view) flight.fly(around(point, flight.view, size));
  }, [chosen]);
  return { ...flight, whole };
}

function Tools({ onCloser, onFurther, onWhole }: Record<'onCloser' | 'onFurther' | 'onWhole', () => void>) {
  const t = useText(catalogue);
  const tools = [
    [t('map_closer'), icons.plus, onCloser],
    [t('map_further'), icons.minus, onFurther],
    [t('map_whole'), icons.whole, onWhole],
  ] as const;
  return (
    <div class={styles.tools}>
      {tools.map(([label, icon, onPress]) => (
        <button key={label} type="button" aria-label={label} title={label} onClick={onPress}>
          <Icon of={icon} size={20} />
        </button>
      ))}
    </div>
  );
}

/** The stores on a map of our own: nobody else is asked for a picture, so nobody else learns where one looks. */
export function StoreMap({ stores, chosen, onChoose, numbered = false }: StoreMapProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const keys = useId();
  const { element, size } = useSize();
  const points = useMemo(() => stores.map(({ directions }) => project(directions)), [stores]);
  const number = stores.findIndex(({ id }) => id === chosen);
  const { view, set, fly, whole } = useWhere(points, number, size);
  const [opened, setOpened] = useState<string | null>(null);
  useGestures(element, size ?? { width: 0, height: 0 }, set);
  // A mark that opened is gone: the first store in it takes the focus over.
  useEffect(() => {
    if (opened === null) return;
    element.current?.querySelector<HTMLElement>(`[data-store="${opened}"]`)?.focus({ preventScroll: true });
    setOpened(null);
  }, [opened]);

  const press = (mark: Mark) => {
    const first = stores[mark.stores[0] ?? -1];
    if (!first || !size) return;
    if (mark.stores.length === 1) return onChoose(first.id);
    const own = mark.stores.map((each) => points[each] as Point);
    if (view) fly(into(own, view, size, margin_px * 1.5));
    setOpened(first.id);
  };
  const marks = useMemo(() => {
    if (!view) return [];
    const gathered = gather(points, view.scale, reach_px, number < 0 ? null : number);
    return view.scale < closest ? gathered : gathered.flatMap(spread);
  }, [points, view?.scale, number]);
  const centre = { x: (size?.width ?? 0) / 2, y: (size?.height ?? 0) / 2 };
  const length = view && ruler(view, ruler_px);
  return (
    <section class={styles.map} aria-label={t('map')}>
      <div
        ref={element}
        class={styles.surface}
        // The arrow keys are the map's: a screen reader hands them on.
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard.
        tabIndex={0}
        aria-label={t('map_of', { count: stores.length })}
        aria-describedby={keys}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || !size) return;
          const next = keyed(event.key, size, () => whole(size));
          if (!next) return;
          event.preventDefault();
          set(next);
        }}
      >
        {view && size && (
          <>
            <Ground view={view} size={size} taken={takenBy(marks, view, size)} />
            <Marks {...{ marks, stores, view, size, chosen, numbered }} onPress={press} />
          </>
        )}
      </div>
      <p id={keys} class="only-heard">
        {t('map_keys')}
      </p>
      {size && (
        <Tools
          onCloser={() => set((now) => zoomed(now, size, zoom_step, centre))}
          onFurther={() => set((now) => zoomed(now, size, 1 / zoom_step, centre))}
          onWhole={() => fly(whole(size))}
        />
      )}
      {length && (
        <p class={styles.ruler} aria-hidden="true" style={{ inlineSize: `${length.pixels}px` }}>
          {formats.distance(length.metres)}
        </p>
      )}
    </section>
  );
}
