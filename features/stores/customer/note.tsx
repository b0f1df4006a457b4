import { Button, Icon, icons, useFormats, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { forgetKept } from './kept.ts';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

/** Above what comes from the device instead of the server: as of when. */
export function AsOf({ as_of }: { readonly as_of: string | null }) {
  const t = useText(catalogue);
  const formats = useFormats();
  if (as_of === null) return null;
  return (
    <p class={styles.stale} role="status">
      <Icon of={icons.offline} size={20} />
      <span>{t('kept_of', { when: formats.moment(as_of) })}</span>
    </p>
  );
}

/** Says that this stays on the device, and takes it away. */
export function KeptNote() {
  const t = useText(catalogue);
  const [removed, setRemoved] = useState(false);
  return (
    <p class={styles.kept} role="status">
      <span>{t(removed ? 'kept_removed' : 'kept')}</span>
      {!removed && (
        <Button kind="quiet" onPress={() => void forgetKept().then(() => setRemoved(true))}>
          {t('kept_remove')}
        </Button>
      )}
    </p>
  );
}
