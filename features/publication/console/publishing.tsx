import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, Card, codeOf, ProblemState, Status, useSpeech, useText } from '@axent/ui';
import { Panel } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { publish, state, withdraw } from '../contract.ts';
import { Changes, classTones } from './changes.tsx';
import styles from './publication.module.css';
import { catalogue } from './text.ts';

type State = Output<typeof state>;

interface PublishingProps {
  readonly shown: State;
  readonly mayPublish: boolean;
  readonly confirm: () => Promise<boolean>;
  readonly again: () => void;
}

const look_every_ms = 250;
const look_at_most = 80;

/** What this release brings: the difference, the consequences, the one act. */
export function Publishing({ shown, mayPublish, confirm, again }: PublishingProps) {
  const t = useText(catalogue);
  const acts = usePublishing(shown, confirm, again);
  const { difference, release, approvals } = shown;
  if (difference === null) {
    return (
      <Card tone={acts.says ? 'water' : 'plain'}>
        <p role="status">{acts.says || t('same')}</p>
      </Card>
    );
  }
  const { revision } = release;
  return (
    <Panel
      title={t('waits', { revision })}
      end={<Status tone={classTones[difference.class]}>{t(`class_${difference.class}`)}</Status>}
    >
      <div class={styles.difference}>
        <div class={styles.part}>
          <h3>{t('changes')}</h3>
          <Changes changes={difference.changes} />
        </div>
        <div class={styles.part}>
          <h3>{t('consequences')}</h3>
          <ul class={styles.consequences}>
            <li>{t(`then_${difference.class}`)}</li>
            <li>{t('all_at_once')}</li>
            <li>{t('undo')}</li>
          </ul>
          {acts.error !== null && <ProblemState error={acts.error} again={again} />}
          <p role="status">{acts.says}</p>
          {!mayPublish && <p class={styles.quiet}>{t('officers_only')}</p>}
          {approvals.needed > 1 && (
            <p>
              <b>{t('approvals', approvals)}</b> {t(approvals.own ? 'approvals_own' : 'two_needed')}
            </p>
          )}
          {mayPublish &&
            (approvals.own ? (
              <Button kind="equal" busy={acts.busy} onPress={acts.onWithdraw}>
                {t('withdraw')}
              </Button>
            ) : (
              <Button busy={acts.busy} onPress={acts.onPublish}>
                {t(approvals.needed > 1 ? 'approve' : 'publish', { revision })}
              </Button>
            ))}
        </div>
      </div>
    </Panel>
  );
}

/** Approving, waiting until it is in force, and taking an approval back. */
function usePublishing(shown: State, confirm: () => Promise<boolean>, again: () => void) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [says, setSays] = useState('');
  const { release, published } = shown;

  /** Publication follows its approval within moments, in a transaction of its own. */
  const inForce = async (): Promise<boolean> => {
    for (let looks = 0; looks < look_at_most; looks++) {
      const now = await call(state, { language }, { language });
      if (now.difference === null) return true;
      await new Promise((resolve) => setTimeout(resolve, look_every_ms));
    }
    return false;
  };
  const attempt = async (): Promise<void> => {
    try {
      const { given, needed } = await call(
        publish,
        { hash: release.hash, base: published.sequence },
        { language },
      );
      if (given < needed) return;
      setSays(t('publishing'));
      const done = await inForce();
      setSays(done ? t('published', { revision: release.revision }) : t('publishing_slow'));
    } catch (cause) {
      if (codeOf(cause) === 'fresh_sign_in_needed' && (await confirm())) return await attempt();
      if (codeOf(cause) !== 'fresh_sign_in_needed') throw cause;
    }
  };
  const act = (work: () => Promise<unknown>) => () => {
    setBusy(true);
    setError(null);
    setSays('');
    work()
      .then(again, setError)
      .finally(() => setBusy(false));
  };
  return {
    busy,
    error,
    says,
    onPublish: act(attempt),
    onWithdraw: act(() => call(withdraw, {}, { language })),
  };
}
