import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { codeOf, ProblemState } from '../states/problem.tsx';
import type { Resource } from '../states/resource.ts';
import { Skeleton } from '../states/states.tsx';
import styles from './desk.module.css';

interface DeskProps {
  /** The heading; also the title of the document. */
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** At the end of the heading's line: a state, a button. */
  readonly end?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** One page of the console. Moves the focus to its heading when it comes. */
export function Desk({ title, lead, end, children }: DeskProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${document.documentElement.dataset.brand ?? ''}`;
  }, [title]);
  useEffect(() => {
    if (document.documentElement.dataset.moved === 'yes') heading.current?.focus({ preventScroll: true });
    document.documentElement.dataset.moved = 'yes';
  }, []);
  return (
    <main class={styles.desk} id="content">
      <header class={styles.head}>
        <div class={styles.line}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {end && <div class={styles.end}>{end}</div>}
        </div>
        {lead && <p class={styles.lead}>{lead}</p>}
      </header>
      {children}
    </main>
  );
}

interface PanelProps {
  readonly title?: string;
  readonly end?: ComponentChildren;
  /** `wide`: takes the whole width of a grid. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A part of a page, drawn apart by a line. */
export function Panel({ title, end, wide, children }: PanelProps) {
  return (
    <section class={`${styles.panel} ${wide ? styles.wide : ''}`}>
      {title && (
        <div class={styles.line}>
          <h2>{title}</h2>
          {end && <div class={styles.end}>{end}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Panels side by side as far as there is room. */
export function Panels({ children }: { readonly children: ComponentChildren }) {
  return <div class={styles.panels}>{children}</div>;
}

/** A figure with its name below it. */
export function Figure({
  value,
  name,
  detail,
}: {
  readonly value: ComponentChildren;
  readonly name: string;
  readonly detail?: ComponentChildren;
}) {
  return (
    <div class={styles.figure}>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        {detail && <span>{detail}</span>}
      </dd>
    </div>
  );
}

export function Figures({ children }: { readonly children: ComponentChildren }) {
  return <dl class={styles.figures}>{children}</dl>;
}

/** The name of the event that a page hears when the session has ended meanwhile. */
export const signed_out_event = 'axent-signed-out';

interface LoadedProps<T> {
  readonly of: Resource<T> & { again(): void };
  readonly lines?: number;
  readonly children: (value: T) => ComponentChildren;
}

/** What was loaded, or the shape of it, or why not; what was there stays beside the reason. */
export function Loaded<T>({ of, lines = 5, children }: LoadedProps<T>) {
  const { state, value, error, again } = of;
  const ended = state === 'failed' && codeOf(error) === 'not_signed_in';
  useEffect(() => {
    if (ended) document.dispatchEvent(new Event(signed_out_event));
  }, [ended]);
  return (
    <>
      {state === 'failed' && <ProblemState error={error} again={again} />}
      {state === 'loading' && value === null && <Skeleton lines={lines} />}
      {value !== null && children(value)}
    </>
  );
}
