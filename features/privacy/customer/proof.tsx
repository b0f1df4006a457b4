import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, Seal, type SealState, saveFile, useFormats, useSpeech, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { receipt, replay } from '../contract.ts';
import type { UseLine } from './days.ts';
import styles from './privacy.module.css';
import { catalogue } from './text.ts';

type Verification = Awaited<ReturnType<typeof verify>>;

/** Fetched with the first press: nobody pays for the verifier who does not check. */
async function verify(text: string, vkey: string) {
  const { verifyReceipt } = await import('@axent/kernel/ledger/verify');
  return verifyReceipt(text, vkey);
}

type Outcome =
  | { readonly state: Extract<SealState, 'unchecked' | 'checking' | 'pending'> }
  | { readonly state: 'failed'; readonly why: 'fetch' }
  | {
      readonly state: 'failed';
      readonly why: 'differs' | 'refused';
      readonly text: string;
      readonly result: Verification;
    }
  | {
      readonly state: 'checked';
      readonly text: string;
      readonly vkey: string;
      readonly result: Extract<Verification, { ok: true }>;
      /** What deciding it again says. */
      readonly again: Output<typeof replay>['decision'];
    };

/** A proof that holds is no use if it is about something else than the line beside it. */
function isAbout(use: UseLine, record: Extract<Verification, { ok: true }>['record']): boolean {
  return (
    record.purpose === use.purpose &&
    record.clause === use.clause &&
    record.role === use.role &&
    record.operation === use.operation &&
    record.recipient === use.recipient &&
    record.matter === use.matter &&
    Date.parse(record.time) === Date.parse(use.at) &&
    [...use.categories].sort().join() === record.categories.join()
  );
}

function Shown({ outcome }: { readonly outcome: Extract<Outcome, { state: 'checked' }> }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const { index, size, origin, others } = outcome.result;
  return (
    <div class={styles.shown}>
      <b>{t('proves')}</b>
      <p>{t('proves_is', { index: formats.number(index + 1), size: formats.number(size), origin })}</p>
      <p>{t(`again_${outcome.again}`)}</p>
      {others > 0 && <p>{t('others', { count: others })}</p>}
      <p>{t('proves_not')}</p>
      <p>
        {t('proves_key')}: <code>{outcome.vkey}</code>
      </p>
    </div>
  );
}

function Keep({ id, text }: { readonly id: string; readonly text: string }) {
  const t = useText(catalogue);
  return (
    <Button kind="quiet" onPress={() => saveFile(`${id}.tlog-proof`, 'text/plain', text)}>
      {t('keep_receipt')}
    </Button>
  );
}

/** The seal of one use: pressed, the browser itself checks the receipt against the log's key. */
export function Proof({ use }: { readonly use: UseLine }) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [outcome, setOutcome] = useState<Outcome>({ state: 'unchecked' });
  const check = async () => {
    setOutcome({ state: 'checking' });
    try {
      const answer = await call(receipt, { id: use.id }, { language });
      const { text, vkey } = answer;
      if (answer.state === 'pending' || text === null) return setOutcome({ state: 'pending' });
      const result = await verify(text, vkey);
      if (!result.ok) return setOutcome({ state: 'failed', why: 'refused', text, result });
      if (!isAbout(use, result.record)) return setOutcome({ state: 'failed', why: 'differs', text, result });
      const { decision } = await call(replay, { id: use.id }, { language });
      setOutcome({ state: 'checked', text, vkey, result, again: decision });
    } catch {
      setOutcome({ state: 'failed', why: 'fetch' });
    }
  };
  const labels = {
    unchecked: t('check'),
    checking: t('checking'),
    checked: t('checked'),
    failed: t('failed'),
    pending: t('pending'),
  };
  const fetched = outcome.state === 'failed' && outcome.why === 'fetch';
  return (
    <div class={styles.proof}>
      <Seal
        state={fetched ? 'pending' : outcome.state}
        label={fetched ? t('could_not') : labels[outcome.state]}
        onPress={() => void check()}
      />
      {outcome.state === 'checked' && <Shown outcome={outcome} />}
      {outcome.state === 'failed' && outcome.why !== 'fetch' && (
        <p class={styles.refused} role="alert">
          {outcome.why === 'differs' || outcome.result.ok
            ? t('differs')
            : t('refused', { reason: t(`reason_${outcome.result.reason}`) })}
        </p>
      )}
      {'text' in outcome && <Keep id={use.id} text={outcome.text} />}
    </div>
  );
}
