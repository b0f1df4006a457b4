import { Details, Facts, Status, useFormats, useText } from '@axent/ui';
import type { Notice, NoticeClause } from './clause.tsx';
import styles from './notice.module.css';
import { Outside } from './outside.tsx';
import { catalogue } from './text.ts';

type Use = NoticeClause['uses'][number];
type Labels = Notice['labels'];

/** Collecting and reading the same data on the same terms is one entry, with both sentences. */
export function entries(uses: readonly Use[]): (readonly Use[])[] {
  const alike = new Map<string, Use[]>();
  for (const use of uses) {
    const { says: _, ...terms } = use.words;
    const key = JSON.stringify([use.category, use.purpose, terms]);
    alike.set(key, [...(alike.get(key) ?? []), use]);
  }
  return [...alike.values()];
}

const lines = (items: readonly string[]) => (
  <ul class={styles.laws}>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

function ExactUse({ alike, labels }: { readonly alike: readonly Use[]; readonly labels: Labels }) {
  const t = useText(catalogue);
  const [use] = alike;
  if (use === undefined) return null;
  const { kept, terms, sensitive, basis, status } = use.words;
  return (
    <li class={styles.exact}>
      <div class={styles.sentences}>
        {alike.map(({ words }) => (
          <b key={words.says}>{words.says}</b>
        ))}
        {use.holds !== '' && <p class={styles.holds}>{use.holds}</p>}
        {status !== '' && <Status tone="quiet">{status}</Status>}
      </div>
      <Facts
        facts={[
          ...(kept === '' ? [] : [[t('exact_kept'), kept] as const]),
          ...(terms.length === 0 ? [] : [[t('exact_terms'), lines(terms)] as const]),
          ...(sensitive === '' ? [] : [[t('exact_sensitive'), sensitive] as const]),
          [labels.basis ?? '', lines(basis)],
        ]}
      />
    </li>
  );
}

function Entries({ uses, labels }: { readonly uses: readonly Use[]; readonly labels: Labels }) {
  return (
    <ul class={styles.exacts}>
      {entries(uses).map((alike) => (
        <ExactUse key={alike.map((use) => use.words.says).join()} alike={alike} labels={labels} />
      ))}
    </ul>
  );
}

/** A use that the law lets happen, or demands, without asking. */
function StandingUse({
  rule,
  labels,
}: {
  readonly rule: NoticeClause['standing'][number];
  readonly labels: Labels;
}) {
  const t = useText(catalogue);
  const formats = useFormats();
  return (
    <li class={styles.exact}>
      <Facts
        facts={[
          [t('exact_data'), <b key="data">{formats.list(rule.category_names)}</b>],
          ...(rule.waiting_names.length === 0
            ? []
            : [[labels.not ?? '', formats.list(rule.waiting_names)] as const]),
          [t('exact_purpose'), rule.purpose_name],
          [t('exact_kept'), rule.kept],
          [labels.law ?? '', rule.law],
        ]}
      />
    </li>
  );
}

/** The deepest layer: which data exactly, on which ground, for how long; what is not offered yet stands apart. */
export function Exactly({ clause, labels }: { readonly clause: NoticeClause; readonly labels: Labels }) {
  const t = useText(catalogue);
  const offered = clause.uses.filter((use) => use.offered);
  const waiting = clause.uses.filter((use) => !use.offered);
  const outside = clause.recipients.length + clause.matters.length;
  if (clause.uses.length + clause.standing.length + outside === 0) return null;
  return (
    <Details look="quiet" summary={t('exactly')}>
      {offered.length > 0 && <Entries uses={offered} labels={labels} />}
      {clause.standing.length > 0 && (
        <ul class={styles.exacts}>
          {clause.standing.map((rule) => (
            <StandingUse key={`${rule.law} ${rule.purpose_name}`} rule={rule} labels={labels} />
          ))}
        </ul>
      )}
      {outside > 0 && (
        <ul class={styles.exacts}>
          <Outside clause={clause} labels={labels} />
        </ul>
      )}
      {offered.length + clause.standing.length + outside === 0 ? (
        <Entries uses={waiting} labels={labels} />
      ) : (
        waiting.length > 0 && (
          <Details look="quiet" summary={t('exactly_waiting', { count: entries(waiting).length })}>
            <Entries uses={waiting} labels={labels} />
          </Details>
        )
      )}
    </Details>
  );
}
