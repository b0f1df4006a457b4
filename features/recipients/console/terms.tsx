import { call } from '@axent/kernel/operation/client';
import { Button, Field, ProblemState, useSpeech, useText } from '@axent/ui';
import { Fingerprint, useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { terms } from '../contract.ts';
import styles from './recipients.module.css';
import type { Recipient } from './recipients.tsx';
import { catalogue } from './text.ts';

interface TermsFormProps {
  readonly recipient: Recipient;
  /** ISO date in UTC. */
  readonly today: string;
  readonly confirm: () => Promise<boolean>;
  readonly onDone: () => void;
}

/** Confidentiality terms with their days and the fingerprint of the document. */
export function TermsForm({ recipient, today, confirm, onDone }: TermsFormProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const [from, setFrom] = useState(recipient.terms.from ?? today);
  const [until, setUntil] = useState(recipient.terms.until ?? '');
  const [hash, setHash] = useState<string | null>(null);
  const { id, change: base, name } = recipient;
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await call(terms, { id, base, from, until, hash }, { language });
          onDone();
        });
      }}
    >
      <h2 id="terms-form" tabIndex={-1}>
        {t('terms_title', { name })}
      </h2>
      <p>{t('terms_lead')}</p>
      <div class={styles.days}>
        <Field label={t('from')} type="date" value={from} onValue={setFrom} required />
        <Field label={t('until')} type="date" value={until} onValue={setUntil} required />
      </div>
      <Fingerprint label={t('file')} hint={t('file_hint')} hash={hash} onHash={setHash} />
      {act.error !== null && <ProblemState error={act.error} />}
      <Button type="submit" wide busy={act.busy}>
        {t('save')}
      </Button>
    </form>
  );
}
