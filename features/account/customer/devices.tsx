import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  EmptyState,
  Facts,
  icons,
  Page,
  ProblemState,
  Row,
  Rows,
  Skeleton,
  Status,
  useFormats,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { devices, resetDevice } from '../contract.ts';
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

function DeviceRow({ device, onReset }: { readonly device: Device; readonly onReset: () => void }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const kind = kinds.find((one) => one === device.type);
  return (
    <Row
      icon={icons.device}
      title={device.name}
      detail={t('last_seen', { moment: formats.moment(device.last_seen_at) })}
    >
      <div class={styles.more}>
        {device.this_device && (
          <p>
            <Status tone="partly" sign={icons.check}>
              {t('this_device')}
            </Status>
          </p>
        )}
        <Facts
          facts={[
            [t('type'), kind ? t(kind) : device.type],
            ...(device.connection ? ([[t('connection'), device.connection]] as const) : []),
            [t('country'), device.country === 'unknown' ? t('unknown') : formats.country(device.country)],
            [t('identifier'), <code key="id">{device.id}</code>],
          ]}
        />
        {device.this_device && <Reset onReset={onReset} />}
      </div>
    </Row>
  );
}

export function DevicesScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(devices, {}, { language, signal }), [language]);
  return (
    <Page title={t('devices')} lead={t('devices_lead')} up={{ href: '/privacy', label: t('up') }}>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {loaded.state === 'loading' && !loaded.value && <Skeleton />}
      {loaded.value?.devices.length === 0 && (
        <EmptyState title={t('none')}>
          <p>{t('none_text')}</p>
        </EmptyState>
      )}
      {loaded.value && loaded.value.devices.length > 0 && (
        <Rows>
          {loaded.value.devices.map((device) => (
            <DeviceRow key={device.id} device={device} onReset={loaded.again} />
          ))}
        </Rows>
      )}
    </Page>
  );
}
