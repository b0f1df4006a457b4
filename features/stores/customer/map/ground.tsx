import * as brand from '@axent/brand/map';
import { useSpeech } from '@axent/ui';
import { useMemo } from 'preact/hooks';
import { labels, readTowns } from './labels.ts';
import styles from './map.module.css';
import { fillPath, linePath, outlines } from './shapes.ts';
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
  const land = useMemo(() => outlines(brand.land), []);
  const borders = useMemo(() => outlines(brand.borders), []);
  const towns = useMemo(() => readTowns(brand.towns), []);
  return (
    <svg class={styles.ground} width={size.width} height={size.height} aria-hidden="true">
      <path class={styles.land} d={fillPath(land, view, size)} />
      <path class={styles.border} d={linePath(borders, view, size)} />
      {labels(towns, view, size, language, taken).map(({ x, y, text, rank }) => (
        <g key={`${text} ${rank}`} class={styles.town} data-rank={rank} transform={`translate(${x} ${y})`}>
          <circle r={rank < 3 ? 2.5 : 2} />
          <text y="15">{text}</text>
        </g>
      ))}
    </svg>
  );
}
