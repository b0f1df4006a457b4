import { Button, Sheet, useText } from '@axent/ui';
import { ConfirmByProvider } from './provider.button.tsx';
import { useCode } from './signin.tsx';
import styles from './staff.module.css';
import { Steps } from './steps.tsx';
import { catalogue } from './text.ts';

interface ConfirmProps {
  readonly open: boolean;
  readonly onDone: (confirmed: boolean) => void;
}

/** Asks for a fresh sign-in where an act needs one; what was under way stays. */
export function ConfirmSheet({ open, onDone }: ConfirmProps) {
  const t = useText(catalogue);
  const { send, enter } = useCode(() => onDone(true));
  return (
    <Sheet open={open} onClose={() => onDone(false)} labelledBy="confirm-title">
      <div class={styles.form}>
        <h2 id="confirm-title">{t('confirm')}</h2>
        <p>{t('confirm_lead')}</p>
        {open && <ConfirmByProvider onConfirmed={() => onDone(true)} />}
        <Steps send={send} enter={enter} words={{ send: t('send'), enter: t('confirm_enter') }} />
        <Button kind="quiet" onPress={() => onDone(false)}>
          {t('cancel')}
        </Button>
      </div>
    </Sheet>
  );
}
