import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { catalogue } from '../text/own.ts';
import { useText } from '../text/text.ts';
import styles from './sheet.module.css';

interface SheetProps {
  readonly open: boolean;
  /** Escape, a tap beside it, or the platform's own back. */
  readonly onClose: () => void;
  /** Id of the heading inside that names it. */
  readonly labelledBy: string;
  /** Something is typed in it: a tap beside it must not lose that, and a button closes it. */
  readonly form?: boolean;
  readonly children: ComponentChildren;
}

/** The platform's `dialog`: from the bottom on a phone, in the middle on a wide screen. */
export function Sheet({ open, onClose, labelledBy, form = false, children }: SheetProps) {
  const t = useText(catalogue);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      // The first button may be far below in large text; what is asked comes before the answers.
      element.querySelector<HTMLElement>(`#${labelledBy}`)?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);
  useEffect(() => {
    const element = dialog.current;
    const beside = (event: MouseEvent) => !form && event.target === element && onClose();
    element?.addEventListener('click', beside);
    return () => element?.removeEventListener('click', beside);
  }, [onClose, form]);
  return (
    <dialog
      ref={dialog}
      class={styles.sheet}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <div class={styles.inside}>
          {children}
          {form && (
            <div class={styles.leave}>
              <Button kind="quiet" onPress={onClose}>
                {t('leave')}
              </Button>
            </div>
          )}
        </div>
      )}
    </dialog>
  );
}
