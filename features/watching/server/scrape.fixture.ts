import { type Feature, type Kernel, systemOf } from '@axent/kernel';
import type { Counts } from './counts.ts';
import { type MetricsListener, serveMetrics } from './listener.ts';
import type { Watching } from './server.ts';

interface Running {
  readonly kernel: Kernel;
  readonly features: readonly Feature[];
  readonly faults: Error[];
}

/** The listener of a world's metrics, on a free port. */
export async function listenTo(world: Running, counts: Counts): Promise<MetricsListener> {
  const feature = world.features.find(({ name }) => name === 'watching') as Watching;
  return await serveMetrics({
    host: '127.0.0.1',
    port: 0,
    counts,
    measure: () => feature.measure(systemOf(world.kernel), world.kernel.figures),
    onError: (error) => world.faults.push(error),
  });
}

/** Series → value: what a scraper reads. Throws on a line that is neither a sample nor a comment. */
export function samples(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, series, value] = /^([a-z_]+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      if (series === undefined) throw new Error(`no sample: ${line}`);
      return [series, Number(value)] as const;
    }),
  );
}

/** Waits until it holds; throws when it does not come to that. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 200; round++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to that');
}
