import { type Formats, icons, Status, type Translate, useFormats, useText } from '@axent/ui';
import type { LocalMoment, NearStore, Opening } from '../contract.ts';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

type Words = Translate<typeof import('./text/en.ts').default>;

function moment({ days_ahead, weekday, time }: LocalMoment, t: Words, formats: Formats): string {
  if (days_ahead === 0) return t('today', { time });
  if (days_ahead === 1) return t('tomorrow', { time });
  return t('on_day', { day: formats.weekday(weekday), time });
}

export function OpenStatus({ open_now }: { readonly open_now: NearStore['open_now'] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const { state, until, next } = open_now;
  if (state === 'unknown')
    return (
      <Status tone="plain" sign={icons.clock}>
        {t('hours_unknown')}
      </Status>
    );
  if (state === 'closed')
    return (
      <Status tone="quiet" sign={icons.clock}>
        {next ? t('closed_until', { when: moment(next, t, formats) }) : t('closed')}
      </Status>
    );
  // An end on another day is said with its day.
  const end = until && (until.days_ahead === 0 ? until.time : moment(until, t, formats));
  return (
    <Status tone="good" sign={icons.clock}>
      {end ? t('open_until', { time: end }) : t('open')}
    </Status>
  );
}

const week = [1, 2, 3, 4, 5, 6, 7] as const;

export function Hours({ hours }: { readonly hours: readonly Opening[] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  return (
    <table class={styles.hours}>
      <caption>{t('hours')}</caption>
      <tbody>
        {week.map((weekday) => {
          const spans = hours.filter((opening) => opening.weekday === weekday);
          return (
            <tr key={weekday}>
              <th scope="row">{formats.weekday(weekday)}</th>
              <td>
                {spans.length === 0
                  ? t('hours_closed')
                  : spans.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
