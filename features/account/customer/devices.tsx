import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  EmptyState,
  Facts,
  icons,
  Page,
  ProblemState,
  Refused,
  Row,
  Rows,
  Skeleton,
  Status,
  useFormats,
  usePress,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { devices, endDevice, endOthers, resetDevice } from '../contract.ts';
import styles from './devices.module.css';
import { catalogue } from './text.ts';

type Device = Output<typeof devices>['devices'][number];

const kinds = ['desktop', 'mobile', 'tablet', 'unknown'] as const;

function Reset({ onReset }: { readonly onReset: () => void }) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [busy, setBusy] = useState(false);
  const [says, setSays] = useState('');
  const reset = async () => {
    setBusy(true);
    try {
      await call(resetDevice, {}, { language });
      setSays(t('reset_done'));
      onReset();
    } catch (error) {
      setSays(line(error));
    }
    setBusy(false);
  };
  return (
    <div>
      <Button kind="quiet" icon={icons.history} busy={busy} onPress={() => void reset()}>
        {t('reset')}
      </Button>
      <p class={styles.note} aria-live="polite">
        {says || t('reset_says')}
      </p>
    </div>
  );
}

export interface DevicesScreenProps {
  /** Leads to a fresh sign-in, which takes this screen's place until it is done. */
  readonly onSignInAgain: () => Promise<void>;
}

interface EndProps extends DevicesScreenProps {
  readonly onEnded: (says: string) => void;
}

function End({ device, onEnded, onSignInAgain }: EndProps & { readonly device: Device }) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const { busy, error, press } = usePress(async () => {
    await call(endDevice, { id: device.id }, { language });
    onEnded(t('end_done', { name: device.name }));
  });
  return (
    <div class={styles.end}>
      <Button kind="quiet" icon={icons.signOut} busy={busy} onPress={press}>
        {t('end')}
      </Button>
      <Refused error={error} onSignInAgain={onSignInAgain} />
    </div>
  );
}

function EndOthers({ onEnded, onSignInAgain }: EndProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const { busy, error, press } = usePress(async () => {
    await call(endOthers, {}, { language });
    onEnded(t('end_others_done'));
  });
  return (
    <div class={styles.end}>
      <Button kind="equal" icon={icons.signOut} busy={busy} onPress={press}>
        {t('end_others')}
      </Button>
      <p class={styles.note}>{t('end_others_says')}</p>
      <Refused error={error} onSignInAgain={onSignInAgain} />
    </div>
  );
}

interface DeviceRowProps extends EndProps {
  readonly device: Device;
  readonly onReset: () => void;
}

function DeviceRow({ device, onReset, onEnded, onSignInAgain }: DeviceRowProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const kind = kinds.find((one) => one === device.type);
  const standing = device.this_device ? 'this_device' : device.signed_in ? 'signed_in' : 'signed_out';
  return (
    <Row
      icon={icons.device}
      title={device.name}
      detail={t('last_seen', { moment: formats.moment(device.last_seen_at) })}
    >
      <div class={styles.more}>
        <p>
          <Status
            tone={device.this_device ? 'partly' : device.signed_in ? 'good' : 'quiet'}
            {...(device.this_device ? { sign: icons.check } : {})}
          >
            {t(standing)}
          </Status>
        </p>
        <Facts
          facts={[
            [t('type'), kind ? t(kind) : device.type],
            ...(device.connection ? ([[t('connection'), device.connection]] as const) : []),
            [t('country'), device.country === 'unknown' ? t('unknown') : formats.country(device.country)],
            [t('identifier'), <code key="id">{device.id}</code>],
          ]}
        />
        {device.this_device && <Reset onReset={onReset} />}
        {device.signed_in && !device.this_device && (
          <End device={device} onEnded={onEnded} onSignInAgain={onSignInAgain} />
        )}
      </div>
    </Row>
  );
}

export function DevicesScreen({ onSignInAgain }: DevicesScreenProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(devices, {}, { language, signal }), [language]);
  const [says, setSays] = useState('');
  // Newest first, as they come; the one in the hand before all others.
  const all = (loaded.value?.devices ?? []).toSorted(
    (one, other) => Number(other.this_device) - Number(one.this_device),
  );
  const ended = (words: string) => {
    setSays(words);
    loaded.again();
  };
  return (
    <Page title={t('devices')} lead={t('devices_lead')} up={{ href: '/privacy', label: t('up') }}>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {loaded.state === 'loading' && !loaded.value && <Skeleton />}
      {loaded.value && all.length === 0 && (
        <EmptyState title={t('none')}>
          <p>{t('none_text')}</p>
        </EmptyState>
      )}
      <p class={styles.says} role="status">
        {says}
      </p>
      {all.length > 0 && (
        <Rows>
          {all.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              onReset={loaded.again}
              onEnded={ended}
              onSignInAgain={onSignInAgain}
            />
          ))}
        </Rows>
      )}
      {all.some((device) => device.signed_in && !device.this_device) && (
        <EndOthers onEnded={ended} onSignInAgain={onSignInAgain} />
      )}
    </Page>
  );
}
