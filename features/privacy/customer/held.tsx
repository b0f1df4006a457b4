import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Card,
  EmptyState,
  icons,
  Page,
  ProblemState,
  Section,
  Skeleton,
  saveFile,
  useFormats,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { holdings } from '../contract.ts';
import { type HeldItem, Item } from './item.tsx';
import { type Names, useNames } from './names.ts';
import styles from './privacy.module.css';
import { readablePage } from './readable.ts';
import { catalogue } from './text.ts';
import { fetchWhole } from './whole.ts';

type Kind = Output<typeof holdings>['holdings'][number];

interface HeldScreenProps {
  readonly names: Names;
  /** Leads to a fresh sign-in, which takes this screen's place until it is done. */
  readonly onSignInAgain: () => Promise<void>;
}

function TakeAlong({ names }: Pick<HeldScreenProps, 'names'>) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const formats = useFormats();
  const { role, field, value } = useNames();
  const language = useSpeech().language.value;
  const [busy, setBusy] = useState<'page' | 'json' | null>(null);
  const [error, setError] = useState<string>();
  const take = async (kind: 'page' | 'json') => {
    setBusy(kind);
    setError(undefined);
    try {
      const data = await fetchWhole(language);
      const brand = document.documentElement.dataset.brand ?? '';
      const name = `${brand.toLowerCase()}-${data.made_at.slice(0, 10)}`;
      if (kind === 'json') saveFile(`${name}.json`, 'application/json', JSON.stringify(data, null, 2));
      else {
        const title = t('download_of', { brand, moment: formats.moment(data.made_at) });
        const headings = {
          held: t('held'),
          uses: t('uses'),
          openings: t('opened'),
          empty: t('nothing_held'),
        };
        const columns = [
          t('field_at'),
          t('column_purpose'),
          t('column_data'),
          t('column_by'),
          t('column_clause'),
        ];
        const opened = (open: boolean) => t(open ? 'is_open' : 'is_closed');
        const { moment } = formats;
        saveFile(
          `${name}.html`,
          'text/html',
          readablePage(data, {
            title,
            language,
            headings,
            columns,
            names,
            role,
            field,
            value,
            opened,
            moment,
          }),
        );
      }
    } catch (cause) {
      setError(line(cause));
    }
    setBusy(null);
  };
  return (
    <Card tone="water" label={t('take_along')}>
      <h2 class={styles.heading}>{t('take_along')}</h2>
      <p>{t('take_along_text')}</p>
      <p class={styles.ways}>
        <Button kind="equal" icon={icons.document} busy={busy === 'page'} onPress={() => void take('page')}>
          {t('download_page')}
        </Button>
        <Button kind="equal" icon={icons.download} busy={busy === 'json'} onPress={() => void take('json')}>
          {t('download_json')}
        </Button>
      </p>
      <p class={styles.refused} role="status">
        {error}
      </p>
    </Card>
  );
}

/** What is held, category by category, in clear; corrected in place, taken along in one press. */
export function HeldScreen({ names, onSignInAgain }: HeldScreenProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(holdings, {}, { language, signal }), [language]);
  const [says, setSays] = useState('');
  const kinds = (loaded.value?.holdings ?? []).filter(({ items }) => items.length > 0);
  const same = (one: HeldItem) => (item: HeldItem) => item.id === one.id && item.place === one.place;
  const remove = (removed: HeldItem) => {
    if (!loaded.value) return;
    const without = (kind: Kind) => ({ ...kind, items: kind.items.filter((item) => !same(removed)(item)) });
    loaded.set({ holdings: loaded.value.holdings.map(without) });
    setSays(t('removed'));
  };
  const put = (corrected: HeldItem) => {
    if (!loaded.value) return;
    const replaced = (kind: Kind) => ({
      ...kind,
      items: kind.items.map((item) => (same(corrected)(item) ? corrected : item)),
    });
    loaded.set({ holdings: loaded.value.holdings.map(replaced) });
  };
  return (
    <Page title={t('held')} lead={t('held_lead')} up={{ href: '/privacy', label: t('up') }}>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {loaded.state === 'loading' && !loaded.value && <Skeleton lines={5} />}
      {loaded.value && kinds.length === 0 && (
        <EmptyState title={t('empty')}>
          <p>{t('empty_text')}</p>
        </EmptyState>
      )}
      {says && <p role="status">{says}</p>}
      {kinds.map(({ category, items }) => (
        <Section key={category} title={names.categories[category] ?? category}>
          <ul class={styles.items}>
            {items.map((item) => (
              <Item
                key={`${item.place} ${item.id}`}
                item={item}
                category={category}
                onCorrected={put}
                onRemoved={remove}
                onSignInAgain={onSignInAgain}
              />
            ))}
          </ul>
        </Section>
      ))}
      {loaded.value && <TakeAlong names={names} />}
    </Page>
  );
}
