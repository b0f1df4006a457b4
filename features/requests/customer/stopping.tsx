import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Card,
  useFormats,
  usePress,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useEffect } from 'preact/hooks';
import { recoveries, stopRecovery } from '../contract.ts';
import styles from './requests.module.css';
import { catalogue } from './text.ts';

interface StoppingProps {
  /** Told whether there is anything to stop: nothing else on the screen is as urgent. */
  readonly onUrgent: (urgent: boolean) => void;
}

/** Somebody is about to be given this account: one press stops it. */
export function Stopping({ onUrgent }: StoppingProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(recoveries, {}, { language, signal }), [language]);
  const waiting = loaded.value?.recoveries ?? [];
  const { busy, error, press } = usePress(async () => {
    for (const { id } of waiting) await call(stopRecovery, { id }, { language });
    loaded.again();
  });
  const [first] = waiting;
  useEffect(() => onUrgent(first !== undefined), [first?.id]);
  if (first === undefined) return null;
  return (
    <Card tone="clay" label={t('stopping')}>
      <div class={styles.item}>
        <h2>{t('stopping')}</h2>
        <p>{t('stopping_lead', { moment: formats.moment(first.waits_until) })}</p>
        <Button wide busy={busy} onPress={press}>
          {t('stop')}
        </Button>
        <p role="status">{error ? line(error) : ''}</p>
      </div>
    </Card>
  );
}
