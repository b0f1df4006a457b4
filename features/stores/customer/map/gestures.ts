import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { moved, type Point, type Size, type View, zoomed } from './view.ts';

type Change = (next: (view: View) => View) => void;

/** Less than this is a tap with an unsteady hand. */
const tap_px = 5;
const wheel_step = 0.0016;
const key_step_px = 80;
export const zoom_step = 1.7;

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

const apart = ([a, b]: readonly Point[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);

/** Fingers or the mouse: one pushes, two push and zoom. */
class Hand {
  readonly #points = new Map<number, Point>();
  #begun: Point = { x: 0, y: 0 };
  /** True once it is no tap any more. */
  pushing = false;

  down(id: number, at: Point): void {
    if (this.#points.size === 0) this.pushing = false;
    this.#points.set(id, at);
    this.#begun = at;
  }

  up(id: number): void {
    this.#points.delete(id);
  }

  /** What the map does for this move; null while it may still be a tap. */
  move(id: number, at: Point): ((view: View, size: Size) => View) | null {
    if (!this.#points.has(id)) return null;
    const before = [...this.#points.values()];
    if (Math.hypot(at.x - this.#begun.x, at.y - this.#begun.y) < tap_px && !this.pushing) return null;
    this.pushing = true;
    this.#points.set(id, at);
    const after = [...this.#points.values()];
    const [from, to] = [middle(before), middle(after)];
    const factor = before.length > 1 ? apart(after) / Math.max(1, apart(before)) : 1;
    return (view, size) =>
      zoomed(moved(view, size, { x: to.x - from.x, y: to.y - from.y }), size, factor, to);
  }
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: key_step_px, y: 0 },
  ArrowRight: { x: -key_step_px, y: 0 },
  ArrowUp: { x: 0, y: key_step_px },
  ArrowDown: { x: 0, y: -key_step_px },
};

/** What a key does; null if it is none of the map's. `whole` shows everything. */
export function keyed(key: string, size: Size, whole: () => View): ((view: View) => View) | null {
  const centre = { x: size.width / 2, y: size.height / 2 };
  const by = arrows[key];
  if (by) return (view) => moved(view, size, by);
  if (key === '+' || key === '=') return (view) => zoomed(view, size, zoom_step, centre);
  if (key === '-' || key === '_') return (view) => zoomed(view, size, 1 / zoom_step, centre);
  return key === '0' || key === 'Home' ? whole : null;
}

/** Pan and zoom by pointer and wheel on `surface`. */
export function useGestures(surface: RefObject<HTMLElement | null>, size: Size, change: Change): void {
  const latest = useRef({ size, change });
  latest.current = { size, change };
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const stop = new AbortController();
    const { signal } = stop;
    const hand = new Hand();
    const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
      const { left, top } = element.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    const apply = (next: (view: View, size: Size) => View) => {
      const { size: now, change: tell } = latest.current;
      tell((view) => next(view, now));
    };
    const on = <K extends keyof HTMLElementEventMap>(
      name: K,
      act: (event: HTMLElementEventMap[K]) => void,
      options: AddEventListenerOptions = {},
    ) => element.addEventListener(name, act, { ...options, signal });
    on('pointerdown', (event) => {
      if (event.button === 0) hand.down(event.pointerId, placeOf(event));
    });
    on('pointermove', (event) => {
      const next = hand.move(event.pointerId, placeOf(event));
      if (!next) return;
      element.setPointerCapture(event.pointerId);
      apply(next);
    });
    for (const name of ['pointerup', 'pointercancel'] as const) on(name, (event) => hand.up(event.pointerId));
    // What ends a push is no press on the mark under it.
    on('click', (event) => hand.pushing && event.detail > 0 && event.stopPropagation(), { capture: true });
    on('dblclick', (event) => {
      if (!(event.target as Element).closest('button'))
        apply((view, now) => zoomed(view, now, zoom_step, placeOf(event)));
    });
    on(
      'wheel',
      (event) => {
        event.preventDefault();
        const pixels = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
        apply((view, now) => zoomed(view, now, Math.exp(-pixels * wheel_step), placeOf(event)));
      },
      { passive: false },
    );
    return () => stop.abort();
  }, [surface]);
}
