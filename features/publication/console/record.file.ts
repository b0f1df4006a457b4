import { csvText, saveFile, useText } from '@axent/ui';
import { type Shown, useRecordWords } from './record.words.ts';
import { catalogue } from './text.ts';

/** Saves the whole record as one table: a row for each purpose and kind of data, every fact in its own cell. */
export function useRecordFile(): (shown: Shown) => void {
  const t = useText(catalogue);
  const words = useRecordWords();
  return (shown) => {
    const { controller, activities, measures, version } = shown;
    const head = [
      ...[
        t('purpose'),
        t('offered'),
        t('concerned'),
        t('data'),
        t('data_exactly'),
        t('sensitive', { laws: '' }),
      ],
      ...[t('use'), t('kept'), 'GDPR', 'FADP', 'PIPL', t('only_open'), t('given_to'), t('transfers')],
      ...[t('read_by'), t('assessment'), t('measures'), t('controller'), t('address'), t('contact')],
      ...[t('representative'), t('authority'), t('revision'), t('hash')],
    ];
    const everywhere = [
      ...[
        measures.map((one) => one.title).join('; '),
        controller.name,
        controller.address,
        controller.contact,
      ],
      ...[controller.representative, controller.authority, version.revision, version.hash],
    ];
    const rows = activities.flatMap((activity) =>
      activity.data.map((data) => [
        ...[activity.name, t(data.offered ? 'yes' : 'no'), words.concerned(activity), data.name, data.holds],
        ...[data.sensitive.join(', ').toUpperCase(), words.verbs(data), words.kept(data)],
        ...[data.basis.gdpr, data.basis.fadp, data.basis.pipl, data.function_name ?? ''],
        ...[words.recipients(activity, false), t(`transfers_${shown.area}`), words.roles(activity)],
        ...[words.assessments(activity), ...everywhere],
      ]),
    );
    saveFile(`record-${version.revision}.csv`, 'text/csv;charset=utf-8', csvText([head, ...rows]));
  };
}
