import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import * as matters from '@axent/matters/contract';
import * as recipients from '@axent/recipients/contract';
import {
  EmptyState,
  Facts,
  Page,
  ProblemState,
  Section,
  Skeleton,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useNames } from './names.ts';
import styles from './privacy.module.css';
import { catalogue } from './text.ts';

type Shared = Output<typeof recipients.mine>['recipients'][number];
type Matter = Output<typeof matters.mine>['matters'][number];

/** Who else got something, and where the law decided instead of the person. */
export function SharedScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource(
    async (signal) => {
      const asked = { language, signal };
      const [shared, told] = await Promise.all([
        call(recipients.mine, { language }, asked),
        call(matters.mine, { language }, asked),
      ]);
      return { shared: shared.recipients, told: told.matters };
    },
    [language],
  );
  return (
    <Page title={t('shared')} lead={t('shared_lead')} up={{ href: '/privacy', label: t('up') }}>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {loaded.state === 'loading' && !loaded.value && <Skeleton lines={4} />}
      {loaded.value && (
        <>
          {loaded.value.shared.length === 0 ? (
            <EmptyState title={t('shared_none')}>
              <p>{t('shared_none_text')}</p>
            </EmptyState>
          ) : (
            loaded.value.shared.map((one) => <Recipient key={one.id} shared={one} />)
          )}
          {loaded.value.told.length > 0 && (
            <Section title={t('exceptions')}>
              <p class={styles.note}>{t('exceptions_lead')}</p>
              {loaded.value.told.map((one) => (
                <Told key={one.id} matter={one} />
              ))}
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function Recipient({ shared }: { readonly shared: Shared }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const { field } = useNames();
  const fieldName = (one: Shared['fields'][number]) => {
    const [category = '', name = ''] = one.field.split('.');
    return `${one.category_name}: ${field(name, category)}`;
  };
  return (
    <Section title={shared.name}>
      <p>{shared.work}</p>
      <Facts
        facts={[
          [t('shared_what'), formats.list(shared.fields.map(fieldName))],
          [t('shared_as'), shared.kind_name],
          [t('shared_last'), formats.moment(shared.last_at)],
          [t('shared_contact'), shared.contact],
        ]}
      />
    </Section>
  );
}

function Told({ matter }: { readonly matter: Matter }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const days = { from: formats.date(matter.from), until: formats.date(matter.until) };
  return (
    <div class={styles.told}>
      <h3>{matter.name}</h3>
      <Facts
        facts={[
          [
            t('exception_ground'),
            <a key="ground" href={`/notice#${matter.ground}`}>
              {matter.ground_name}
            </a>,
          ],
          [t('exception_law'), `${matter.basis} · ${matter.provision}`],
          [t('column_purpose'), matter.purpose_name],
          [t('column_data'), formats.list(matter.categories.map(({ name }) => name))],
          [t('exception_days'), t(matter.ended ? 'exception_ended' : 'exception_until', days)],
          [t('exception_evidence'), <code key="evidence">{matter.evidence}</code>],
        ]}
      />
    </div>
  );
}
