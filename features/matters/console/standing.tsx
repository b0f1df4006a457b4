import { call } from '@axent/kernel/operation/client';
import { EmptyState, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { Loaded, Panel } from '@axent/ui/console';
import { inspect, standing } from '../contract.ts';
import { Reading } from './reading.tsx';
import { catalogue } from './text.ts';

/** The matters that stand for security, each with what it opens. */
export function Standing() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(standing, { language }, { language, signal }), [language]);
  return (
    <Loaded of={loaded}>
      {({ matters }) =>
        matters.length === 0 ? (
          <EmptyState title={t('none_stands')}>
            <p>{t('none_stands_next')}</p>
          </EmptyState>
        ) : (
          matters.map(({ id, name, ground, ground_name, ends_on, people, categories }) => (
            <Panel key={id} title={name} end={t('until', { day: formats.date(ends_on) })}>
              <p>
                {ground} {ground_name}
              </p>
              <Reading
                people={people}
                categories={categories}
                open={(person, spoken) =>
                  call(inspect, { id, person, language: spoken }, { language: spoken })
                }
              />
            </Panel>
          ))
        )
      }
    </Loaded>
  );
}
