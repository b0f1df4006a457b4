import { type Formats, icons, Status, type Translate, useFormats, useSpeech, useText } from '@axent/ui';
import type { LocalMoment, Opening, SpecialDay, Store } from '../contract.ts';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

type Words = Translate<typeof import('./text/en.ts').default>;

function moment({ days_ahead, weekday, time }: LocalMoment, t: Words, formats: Formats): string {
  if (days_ahead === 0) return t('today', { time });
  if (days_ahead === 1) return t('tomorrow', { time });
  return t('on_day', { day: formats.weekday(weekday), time });
}

interface OpenStatusProps {
  readonly open_now: Store['open_now'];
}

/** Open or closed and until when; why, where today is not like its weekday. */
export function OpenStatus({ open_now }: OpenStatusProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  return (
    <>
      <Door open_now={open_now} />
      {open_now.because && (
        <Status tone="wait" sign={icons.info}>
          {t('because', { reason: open_now.because[language] })}
        </Status>
      )}
    </>
  );
}

function Door({ open_now }: OpenStatusProps) {
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

/** Holidays and days of the store's own, the next ones first. */
export function SpecialDays({ days }: { readonly days: readonly SpecialDay[] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  return (
    <table class={styles.hours}>
      <caption>{t('special')}</caption>
      <tbody>
        {days.map(({ date, hours, reason }) => (
          <tr key={date}>
            <th scope="row">
              {/* Noon: the same day wherever it is read. */}
              {formats.day(`${date}T12:00`, new Date())}
              {reason && <span class={styles.reason}>{reason[language]}</span>}
            </th>
            <td>
              {hours.length === 0
                ? t('hours_closed')
                : hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
