import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { ErrorState, Facts, Status, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { Code, Desk, Figure, Figures, Loaded, Panel, usePolling } from '@axent/ui/console';
import { useRef } from 'preact/hooks';
import { ledger } from '../contract.ts';
import styles from './publication.module.css';
import { catalogue } from './text.ts';

type Ledger = Output<typeof ledger>;

const look_every_ms = 2_000;
/** Points of the line: two minutes of looking. */
const points_at_most = 60;

export function LedgerScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(ledger, {}, { language, signal }), [language]);
  usePolling(loaded.again, look_every_ms);
  return (
    <Desk
      title={t('ledger')}
      lead={t('ledger_lead')}
      end={
        loaded.value && (
          <Status tone={loaded.value.appending ? 'good' : 'wrong'}>
            {t(loaded.value.appending ? 'appending' : 'standing')}
          </Status>
        )
      }
    >
      <Loaded of={loaded}>{(shown) => <State shown={shown} />}</Loaded>
    </Desk>
  );
}

function State({ shown }: { readonly shown: Ledger }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const words = { copy: t('copy'), copied: t('copied') };
  const { head, pending, appending, vkey, now } = shown;
  return (
    <>
      {!appending && <ErrorState title={t('standing')} next={t('standing_next')} />}
      <Panel>
        <div class={styles.live}>
          <Figures>
            <Figure name={t('size')} value={formats.number(head?.size ?? 0)} />
            <Figure name={t('pending')} value={formats.number(pending)} />
            {head && (
              <Figure
                name={t('head_at')}
                value={t('ago_s', { count: secondsBetween(head.at, now) })}
                detail={formats.moment(head.at)}
              />
            )}
          </Figures>
          {head && <Growth size={head.size} label={t('growth')} />}
        </div>
        {head === null && <p>{t('no_head')}</p>}
      </Panel>
      {head && (
        <Panel title={t('check')}>
          <Facts
            facts={[
              [t('checkpoint'), <Code key="note" text={head.note} words={words} />],
              [t('key'), <Code key="vkey" text={vkey} words={words} />],
              [t('root'), <Code key="root" text={head.root} words={words} />],
            ]}
          />
          <p>{t('check_lead')}</p>
          <Code text="npm run verify -- receipt.tlog-proof" words={words} />
          <p class={styles.links}>
            <a href="/ledger/checkpoint">/ledger/checkpoint</a>
            <a href="/ledger/vkey">/ledger/vkey</a>
          </p>
        </Panel>
      )}
    </>
  );
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

/** How the log has grown since the page was opened, as a line with its two ends written out. */
function Growth({ size, label }: { readonly size: number; readonly label: string }) {
  const formats = useFormats();
  const seen = useRef<number[]>([]);
  seen.current = [...seen.current, size].slice(-points_at_most);
  const first = seen.current[0] ?? size;
  const range = Math.max(1, size - first);
  const step = 240 / (points_at_most - 1);
  const points = seen.current
    .map((value, index) => `${(index * step).toFixed(1)},${(44 - ((value - first) / range) * 40).toFixed(1)}`)
    .join(' ');
  return (
    <figure class={styles.growth}>
      <svg viewBox="0 0 240 48" aria-hidden="true" fill="none" preserveAspectRatio="none">
        <line x1="0" x2="240" y1="44" y2="44" />
        <polyline points={points} />
      </svg>
      <figcaption>
        {label}: +{formats.number(size - first)}
      </figcaption>
    </figure>
  );
}
