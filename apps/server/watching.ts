import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Carrier, type Kernel, systemOf } from '@axent/kernel';
import {
  type Counts,
  Observer,
  openCounts,
  openTracing,
  serveMetrics,
  type Watching,
  type WatchingResources,
} from './compose.ts';
import type { Settings } from './settings.ts';

/** Version of what runs here. */
const release = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  .version as string;

export interface Looking {
  readonly observer: Observer;
  readonly counts: Counts | null;
  /** What the console's status and the alerts are made from. */
  readonly resources: (carriers: readonly Carrier[]) => WatchingResources;
  /** Sends what traces wait. */
  readonly close: () => Promise<void>;
}

/** Opens as much of the watching as the settings ask for; what they leave out is not even loaded. */
export async function openWatching(settings: Settings, clock: () => number): Promise<Looking> {
  const { metrics_port, traces_url, traces_percent, alert_mail, alert_language } = settings;
  const counts = metrics_port === null ? null : await openCounts();
  const tracing =
    traces_url === null ? null : await openTracing({ url: traces_url, percent: traces_percent, release });
  const observer = new Observer(clock, counts, tracing);
  return {
    observer,
    counts,
    resources: (carriers) => ({
      observer,
      node: {
        clock,
        release,
        publicUrl: new URL(settings.public_url),
        dataFolder: settings.data_folder,
        backupFolder: settings.backup_folder,
      },
      alerts:
        alert_mail.length === 0
          ? null
          : {
              to: alert_mail,
              language: alert_language,
              carriers: carriers.filter(({ channel }) => channel === 'mail'),
            },
    }),
    close: async () => await tracing?.close(),
  };
}

/** Listens for a scraper, apart from what people reach; nothing where no port is set. */
export async function listenForMetrics(
  settings: Settings,
  { counts }: Looking,
  kernel: Kernel,
  feature: Watching,
  onError: (error: Error) => void,
): Promise<{ readonly close: () => Promise<void> } | null> {
  if (settings.metrics_port === null || counts === null) return null;
  return await serveMetrics({
    host: settings.metrics_host,
    port: settings.metrics_port,
    counts,
    measure: () => feature.measure(systemOf(kernel), kernel.figures),
    onError,
  });
}
