import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, Select, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { type quietHours, setQuietHours } from '../contract.ts';
import styles from './messages.module.css';
import { catalogue } from './text.ts';
import { ownZone, tellZone } from './zone.ts';

type QuietHours = Output<typeof quietHours>;

const half_hours = Array.from({ length: 48 }, (_, number) => number * 30);

/** `1290` as `21:30`. */
function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

interface HoursProps {
  readonly hours: QuietHours;
  readonly onChanged: () => void;
}

export function Hours({ hours, onChanged }: HoursProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [says, setSays] = useState('');
  // Whoever left at once after signing in was quicker than the word of it.
  useEffect(() => {
    if (hours.time_zone === null) void tellZone().then(onChanged, () => undefined);
  }, []);
  const set = async (changed: Partial<QuietHours>) => {
    setSays('');
    try {
      const { time_zone, ...minutes } = changed;
      await call(setQuietHours, { ...minutes, ...(time_zone ? { time_zone } : {}) }, { language });
      setSays(t('saved'));
      onChanged();
    } catch (error) {
      setSays(line(error));
    }
  };
  const times = (chosen: number) =>
    [...new Set([...half_hours, chosen])]
      .sort((a, b) => a - b)
      .map((minute) => ({ value: String(minute), label: clockTime(minute) }));
  const zone = ownZone();
  return (
    <div class={styles.hours}>
      <div class={styles.pair}>
        <Select
          label={t('from')}
          look="box"
          value={String(hours.from_minute)}
          options={times(hours.from_minute)}
          onValue={(minute) => void set({ from_minute: Number(minute) })}
        />
        <Select
          label={t('to')}
          look="box"
          value={String(hours.to_minute)}
          options={times(hours.to_minute)}
          onValue={(minute) => void set({ to_minute: Number(minute) })}
        />
      </div>
      <p>{hours.time_zone === null ? t('zone_unknown') : t('zone', { zone: hours.time_zone })}</p>
      {hours.time_zone !== zone && (
        <Button kind="quiet" onPress={() => void set({ time_zone: zone })}>
          {t('use_zone', { zone })}
        </Button>
      )}
      {hours.from_minute === hours.to_minute && <p>{t('never_quiet')}</p>}
      <p role="status">{says}</p>
    </div>
  );
}
