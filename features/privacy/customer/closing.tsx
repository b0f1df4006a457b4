import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { erasureTerms } from '@axent/requests/contract';
import {
  Button,
  Card,
  Icon,
  icons,
  LinkButton,
  Page,
  Pair,
  ProblemState,
  Refused,
  Section,
  Skeleton,
  saveFile,
  useFormats,
  usePress,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { close, reopen } from '../contract.closing.ts';
import styles from './closing.module.css';
import { catalogue } from './text.ts';

interface ClosingScreenProps {
  /** Leads to a fresh sign-in, which takes this screen's place until it is done. */
  readonly onSignInAgain: () => Promise<void>;
  /** Leaves for the start, where nobody is signed in any more. */
  readonly onDone: () => Promise<void>;
}

const goes = [
  'close_goes_profile',
  'close_goes_functions',
  'close_goes_uses',
  'close_goes_everywhere',
] as const;
const stays = ['close_stays_matter', 'close_stays_ledger'] as const;

function Told({ lines, sign }: { readonly lines: readonly string[]; readonly sign: string }) {
  return (
    <ul class={styles.told}>
      {lines.map((line) => (
        <li key={line}>
          <Icon of={sign} size={20} />
          {line}
        </li>
      ))}
    </ul>
  );
}

/** Closing the account: what goes and what stays is said first; then it can be taken back for days. */
export function ClosingScreen({ onSignInAgain, onDone }: ClosingScreenProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const [closed, setClosed] = useState<Output<typeof close> | null>(null);
  const terms = useResource((signal) => call(erasureTerms, { language }, { language, signal }), [language]);
  const { busy, error, press } = usePress(async () => {
    setClosed(await call(close, {}, { language }));
  });
  if (closed !== null) return <Done closed={closed} onDone={onDone} />;
  return (
    <Page title={t('close')} lead={t('close_lead')} up={{ href: '/privacy', label: t('up') }}>
      <Section title={t('close_goes')}>
        <Told lines={goes.map((line) => t(line))} sign={icons.gone} />
      </Section>
      <Section title={t('close_stays')}>
        {terms.state === 'failed' && <ProblemState error={terms.error} again={terms.again} />}
        {terms.state === 'loading' && !terms.value && <Skeleton lines={3} />}
        <Told
          lines={[
            ...(terms.value?.kept ?? []).map(({ law, days, names }) =>
              t('close_stays_law', { names: formats.list(names), count: days, law }),
            ),
            ...stays.map((line) => t(line)),
          ]}
          sign={icons.document}
        />
      </Section>
      {terms.value && terms.value.told.length > 0 && (
        <Section title={t('close_told')}>
          <Told
            lines={[t('close_told_says', { names: formats.list(terms.value.told) })]}
            sign={icons.compare}
          />
        </Section>
      )}
      <Card tone="fog">
        <p>{t('close_days')}</p>
      </Card>
      <Pair>
        <LinkButton kind="equal" href="/privacy">
          {t('close_no')}
        </LinkButton>
        <Button kind="equal" busy={busy} onPress={press}>
          {t('close_yes')}
        </Button>
      </Pair>
      <Refused error={error} onSignInAgain={onSignInAgain} />
    </Page>
  );
}

interface DoneProps extends Pick<ClosingScreenProps, 'onDone'> {
  readonly closed: Output<typeof close>;
}

/** Closed: until when it can be taken back, and what to keep so that the erasing can be proved afterwards. */
function Done({ closed, onDone }: DoneProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const { erased_at, ticket } = closed;
  const link = `${location.origin}/privacy/erased#${ticket}`;
  return (
    <Page title={t('close_done')} lead={t('close_done_lead', { moment: formats.moment(erased_at) })} ornament>
      <p role="status">{t('close_done_how')}</p>
      <Card>
        <p>{t('ticket_says')}</p>
        <p>
          <Button
            kind="equal"
            icon={icons.download}
            onPress={() => saveFile('axent-erasure.txt', 'text/plain', `${t('ticket_file')}\n\n${link}\n`)}
          >
            {t('ticket_keep')}
          </Button>
        </p>
      </Card>
      <p>
        <Button kind="equal" onPress={() => void onDone()}>
          {t('close_done_home')}
        </Button>
      </p>
    </Page>
  );
}

interface ClosedScreenProps {
  readonly erased_at: string;
  readonly onReopened: () => Promise<void>;
  readonly onSignOut: () => Promise<void>;
}

/** All that there is of a closed account until it is erased: the way back. */
export function ClosedScreen({ erased_at, onReopened, onSignOut }: ClosedScreenProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const { busy, error, press } = usePress(async () => {
    await call(reopen, {}, { language });
    await onReopened();
  });
  return (
    <Page title={t('closed')} lead={t('closed_lead', { moment: formats.moment(erased_at) })} ornament>
      <p>{t('closed_says')}</p>
      <Pair>
        <Button kind="equal" onPress={() => void onSignOut()}>
          {t('closed_leave')}
        </Button>
        <Button kind="equal" busy={busy} onPress={press}>
          {t('closed_reopen')}
        </Button>
      </Pair>
      <Refused error={error} onSignInAgain={onReopened} />
    </Page>
  );
}
