import type { Output } from '@axent/kernel/operation';
import { Status, type Tone, useText } from '@axent/ui';
import type { versions } from '../contract.ts';
import styles from './publication.module.css';
import { catalogue } from './text.ts';

type Change = Output<typeof versions>['versions'][number]['changes'][number];

const kinds = ['widening', 'narrowing', 'neutral'] as const;
export const classTones = {
  first: 'plain',
  narrowing: 'good',
  neutral: 'plain',
  widening: 'partly',
} as const satisfies Readonly<Record<string, Tone>>;

/** Changes in plain words, what widens first, each with the clause it stands on. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const t = useText(catalogue);
  if (changes.length === 0) return <p>{t('no_changes')}</p>;
  return (
    <div class={styles.kinds}>
      {kinds.map((kind) => {
        const own = changes.filter((change) => change.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind} class={styles.kind}>
            <p>
              <Status tone={classTones[kind]}>{t(`class_${kind}`)}</Status>
            </p>
            <ul>
              {own.map((change) => (
                <li key={`${change.clause} ${change.words}`}>
                  <span class={styles.clause}>{change.clause}</span>
                  <span>{change.words}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
