import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../text/text.ts';
import styles from './gallery.module.css';
import { type Shown, showState } from './pseudo.ts';
import type { Part } from './settings.ts';
import { catalogue } from './text.ts';

export type State =
  | 'rest'
  | Shown
  | 'disabled'
  | 'busy'
  | 'on'
  | 'error'
  | 'empty'
  | 'loading'
  | 'offline'
  | 'closed'
  | 'long';

interface SpecimenProps {
  readonly state: State;
  /** Takes the whole width. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** One primitive in one state, with the state's name below it. */
export function Specimen({ state, wide, children }: SpecimenProps) {
  const t = useText(catalogue);
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (inside.current && (state === 'hover' || state === 'focus')) showState(inside.current, state);
  }, [state]);
  return (
    <figure class={`${styles.specimen} ${wide ? styles.wide : ''}`}>
      <div ref={inside} class={styles.inside}>
        {children}
      </div>
      <figcaption>{t(`state_${state}`)}</figcaption>
    </figure>
  );
}

interface ShelfProps {
  /** As it is imported. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** One primitive, in its states. */
export function Shelf({ name, children }: ShelfProps) {
  return (
    <section class={styles.shelf}>
      <h3>{name}</h3>
      <div class={styles.specimens}>{children}</div>
    </section>
  );
}

export function PartOf({ part, children }: { readonly part: Part; readonly children: ComponentChildren }) {
  const t = useText(catalogue);
  return (
    <section class={styles.part} id={part}>
      <h2>{t(`part_${part}`)}</h2>
      {children}
    </section>
  );
}
