import { Button, icons, Section, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { show } from './focus.ts';
import styles from './profile.module.css';
import { catalogue } from './text.ts';

interface PartProps {
  readonly title: string;
  /** What it is for. */
  readonly purpose: string;
  /** What the button that opens the editor says. */
  readonly change: string;
  /** Stands in the place of what is shown while it is changed. */
  readonly editor: ComponentChildren | null;
  readonly onChange: () => void;
  /** What became of the last change. */
  readonly says: string;
  readonly children: ComponentChildren;
}

/** One thing of the profile: read as text, changed in its place. */
export function Part({ title, purpose, change, editor, onChange, says, children }: PartProps) {
  const part = useRef<HTMLDivElement>(null);
  const editing = editor !== null;
  const before = useRef(editing);
  // The focus goes into the editor, and back to where it came from.
  useEffect(() => {
    if (before.current === editing) return;
    before.current = editing;
    show(part.current, editing ? 'input, select' : 'button');
  }, [editing]);
  return (
    <Section title={title}>
      <div ref={part} class={styles.part}>
        <p class={styles.purpose}>{purpose}</p>
        {editor ?? (
          <>
            {children}
            <p class={styles.ways}>
              <Button kind="quiet" icon={icons.pen} onPress={onChange}>
                {change}
              </Button>
            </p>
          </>
        )}
        <p class={styles.says} role="status">
          {says}
        </p>
      </div>
    </Section>
  );
}

export function NotGiven() {
  const t = useText(catalogue);
  return <p class={styles.none}>{t('not_given')}</p>;
}
