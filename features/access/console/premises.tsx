import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, ProblemState, Status, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { Loaded, Panel, useAct } from '@axent/ui/console';
import { premisesList, tick } from '../contract.ts';
import styles from './access.module.css';
import { catalogue } from './text.ts';

type Item = Output<typeof premisesList>['items'][number];

/** What only people on the spot can see to. */
export function Premises({ onAct }: { readonly onAct: () => void }) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(premisesList, {}, { language, signal }), [language]);
  return (
    <Panel title={t('premises')}>
      <Loaded of={loaded} lines={6}>
        {({ items }) => (
          <>
            <p class={styles.quiet}>{t('premises_lead')}</p>
            <ul class={styles.list}>
              {items.map((one) => (
                <ItemRow
                  key={one.item}
                  of={one}
                  again={() => {
                    loaded.again();
                    onAct();
                  }}
                />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Panel>
  );
}

interface ItemProps {
  readonly of: Item;
  readonly again: () => void;
}

function ItemRow({ of, again }: ItemProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const act = useAct();
  const { item, days, done_at, overdue } = of;
  return (
    <li>
      <div>
        <p>{t(`item_${item}`)}</p>
        <p class={styles.quiet}>
          {t('every', { days: formats.days(days) })}
          {done_at !== null && ` · ${t('done_at', { day: formats.date(done_at) })}`}
        </p>
        {act.error !== null && <ProblemState error={act.error} />}
      </div>
      <div class={styles.acts}>
        <Status tone={overdue ? 'wait' : 'good'}>{t(overdue ? 'to_do' : 'done')}</Status>
        <Button
          kind="quiet"
          busy={act.busy}
          onPress={() =>
            act.run(async () => {
              await call(tick, { item }, { language });
              again();
            })
          }
        >
          {t('tick')} <span class="only-heard">{t(`item_${item}`)}</span>
        </Button>
      </div>
    </li>
  );
}
