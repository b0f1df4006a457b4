/** The brand's shapes as paths for SVG, in units of which the earth is `units` wide. */
import { decodeLines } from '@axent/brand/map/lines';
import { project } from './view.ts';

export const units = 4_096;

export function pathOf(encoded: string, closed: boolean): string {
  return decodeLines(encoded)
    .map((line) => {
      const points = line.map(([longitude, latitude]) => {
        const { x, y } = project({ latitude, longitude });
        return `${(x * units).toFixed(3)} ${(y * units).toFixed(3)}`;
      });
      return `M${points.join('L')}${closed ? 'Z' : ''}`;
    })
    .join('');
}
