import { Button, Sheet, useText } from '@axent/ui';
import { KeyboardContext } from '@axent/ui/console';
import { useContext } from 'preact/hooks';
import styles from './frame.module.css';
import { catalogue } from './words.ts';

interface KeysProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every key that works on this page now. */
export function Keys({ open, onClose }: KeysProps) {
  const t = useText(catalogue);
  const bindings = useContext(KeyboardContext)?.bindings.value ?? [];
  return (
    <Sheet open={open} onClose={onClose} labelledBy="keys-title">
      <div class={styles.keys}>
        <h2 id="keys-title">{t('keys')}</h2>
        <p>{t('keys_lead')}</p>
        <dl>
          {bindings.map(({ keys, words }) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key, index) => (
                  <span key={key}>
                    {index > 0 && <span class={styles.then}>{t('keys_then')}</span>}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <Button wide onPress={onClose} autofocus>
          {t('close')}
        </Button>
      </div>
    </Sheet>
  );
}
