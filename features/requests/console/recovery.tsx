import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Facts,
  ProblemState,
  Select,
  Status,
  type Tone,
  useFormats,
  useSpeech,
  useText,
} from '@axent/ui';
import { useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { approveRecovery, type read } from '../contract.console.ts';
import styles from './queue.module.css';
import { catalogue } from './text.ts';

type State = NonNullable<Output<typeof read>['recovery']>;

interface RecoveryProps {
  readonly id: string;
  readonly recovery: State;
  readonly open: boolean;
  readonly confirm: () => Promise<boolean>;
  readonly again: () => void;
}

const facts = ['address', 'other_address', 'made', 'used'] as const;
const factors = ['kept', 'lost'] as const;

function Fits({ fits }: { readonly fits: boolean | null }) {
  const t = useText(catalogue);
  const said = fits === null ? 'unsaid' : fits ? 'fits' : 'differs';
  const tones = { unsaid: 'quiet', fits: 'good', differs: 'wrong' } as const satisfies Record<string, Tone>;
  return (
    <Status tone={tones[said]} look="bare">
      {t(said)}
    </Status>
  );
}

/** Whether an account is given back: what fits, two who stand behind it, 72 hours. */
export function Recovery({ id, recovery, open, confirm, again }: RecoveryProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const first = recovery.first_at === null;
  const [chosen, setChosen] = useState(recovery.second_factors);
  const mayApprove = open && recovery.second_at === null && !recovery.own && recovery.facts.address === true;
  return (
    <section class={styles.stack} aria-label={t('recovery')}>
      <p class={styles.quiet}>{t('recovery_lead')}</p>
      <Facts
        facts={[
          ...facts.map((one) => [t(`fact_${one}`), <Fits key={one} fits={recovery.facts[one]} />] as const),
          ...(first ? [] : [[t('factors'), t(`factors_${recovery.second_factors}`)] as const]),
          ...(recovery.waits_until === null
            ? []
            : [[t('waits_until'), formats.moment(recovery.waits_until)] as const]),
        ]}
      />
      {open && recovery.own && recovery.second_at === null && <p>{t('own_first')}</p>}
      {open && recovery.facts.address !== true && <p>{t('no_account')}</p>}
      {recovery.stopped_at !== null && <p>{t('stopped', { moment: formats.moment(recovery.stopped_at) })}</p>}
      {recovery.done_at !== null && <p>{t('done', { moment: formats.moment(recovery.done_at) })}</p>}
      {act.error !== null && <ProblemState error={act.error} />}
      {mayApprove && (
        <div class={styles.acts}>
          {first && (
            <Select
              label={t('factors')}
              value={chosen}
              options={factors.map((value) => ({ value, label: t(`factors_${value}`) }))}
              onValue={setChosen}
            />
          )}
          <Button
            busy={act.busy}
            onPress={() =>
              act.run(async () => {
                const second_factors = first ? chosen : recovery.second_factors;
                await call(approveRecovery, { id, second_factors }, { language });
                again();
              })
            }
          >
            {t(first ? 'approve_first' : 'approve_second')}
          </Button>
        </div>
      )}
    </section>
  );
}
