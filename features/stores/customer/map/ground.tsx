import * as brand from '@axent/brand/map';
import { useSpeech } from '@axent/ui';
import { useMemo } from 'preact/hooks';
import { labels, readTowns } from './labels.ts';
import styles from './map.module.css';
import { pathOf, units } from './shapes.ts';
import type { Point, Size, View } from './view.ts';

interface GroundProps {
  readonly view: View;
  readonly size: Size;
  /** Places in pixels that stay free of names. */
  readonly taken: readonly Point[];
}

/** Land, borders and the names of towns. A picture for the eye: the list says the same in words. */
export function Ground({ view, size, taken }: GroundProps) {
  const language = useSpeech().language.value;
  const paths = useMemo(() => [pathOf(brand.land, true), pathOf(brand.borders, false)] as const, []);
  const towns = useMemo(() => readTowns(brand.towns), []);
  const scale = view.scale / units;
  const [east, south] = [size.width / 2 - view.x * view.scale, size.height / 2 - view.y * view.scale];
  return (
    <svg class={styles.ground} width={size.width} height={size.height} aria-hidden="true">
      <g transform={`translate(${east} ${south}) scale(${scale})`}>
        <path class={styles.land} d={paths[0]} />
        <path class={styles.border} d={paths[1]} />
      </g>
      {labels(towns, view, size, language, taken).map(({ x, y, text, rank }) => (
        <g key={`${text} ${rank}`} class={styles.town} data-rank={rank} transform={`translate(${x} ${y})`}>
          <circle r={rank < 3 ? 2.5 : 2} />
          <text y="15">{text}</text>
        </g>
      ))}
    </svg>
  );
}
