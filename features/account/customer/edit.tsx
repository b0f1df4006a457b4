import { Button, Refused, Sheet, usePress, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from './text.ways.ts';
import type { WaysScreenProps } from './way.ts';

interface EditProps extends WaysScreenProps {
  readonly title: string;
  readonly word: string;
  readonly children: (done: () => void, refused: (error: unknown) => void) => ComponentChildren;
}

/** A button that opens one task in a sheet; what is refused for want of a fresh sign-in is said outside of it. */
export function Edit({ title, word, children, onSignInAgain }: EditProps) {
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const close = () => setOpen(false);
  const id = `edit-${title.replace(/\W+/g, '-')}`;
  return (
    <>
      <Button
        kind="quiet"
        describedBy={id}
        onPress={() => {
          setRefused(null);
          setOpen(true);
        }}
      >
        {word}
      </Button>
      <Refused error={refused} onSignInAgain={onSignInAgain} />
      <Sheet open={open} onClose={close} labelledBy={id} form>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {children(close, (error) => {
          setRefused(error);
          close();
        })}
      </Sheet>
    </>
  );
}

interface DropProps extends WaysScreenProps {
  readonly act: () => Promise<unknown>;
}

export function Drop({ act, onSignInAgain }: DropProps) {
  const t = useText(catalogue);
  const { busy, error, press } = usePress(act);
  return (
    <>
      <Button kind="quiet" busy={busy} onPress={press}>
        {t('remove')}
      </Button>
      <Refused error={error} onSignInAgain={onSignInAgain} />
    </>
  );
}
