import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../signs/icon.tsx';
import { back } from '../signs/icons.ts';
import { Ripple } from '../signs/ripple.tsx';
import styles from './page.module.css';

interface PageProps {
  /** The heading; also the title of the document. */
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** The way one level up. */
  readonly up?: { readonly href: string; readonly label: string };
  /** Stands at the bottom where the thumb is: the one main action. */
  readonly action?: ComponentChildren;
  /** Leaves a rail free beside the text on wide screens. */
  readonly railed?: boolean;
  /** Rings on water beside the title. */
  readonly ornament?: boolean;
  readonly children?: ComponentChildren;
}

/** One screen: where I am, what it is about, the one thing to do. Moves the focus to its heading when it comes. */
export function Page({ title, lead, up, action, railed, ornament, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const brand = document.documentElement.dataset.brand;
    document.title = brand ? `${title} · ${brand}` : title;
  }, [title]);
  useEffect(() => {
    // The first screen leaves the focus where the browser put it.
    if (document.documentElement.dataset.moved === 'yes') {
      const field = heading.current?.closest('main')?.querySelector<HTMLElement>('[autofocus]');
      (field ?? heading.current)?.focus({ preventScroll: true });
    }
    document.documentElement.dataset.moved = 'yes';
  }, []);
  return (
    <main class={`${styles.page} ${railed ? styles.railed : ''}`} id="content">
      {ornament && (
        <div class={styles.water}>
          <Ripple class={styles.ornament} />
        </div>
      )}
      <header class={`${styles.head} ${ornament ? styles.adorned : ''}`}>
        {up && (
          <a class={styles.up} href={up.href}>
            <Icon of={back} size={20} />
            {up.label}
          </a>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <div class={styles.lead}>{lead}</div>}
      </header>
      <div class={styles.body}>{children}</div>
      {action && <div class={styles.action}>{action}</div>}
    </main>
  );
}

/** The place of a page whose heading is not known yet. */
export function PageShape({ children }: { readonly children: ComponentChildren }) {
  return (
    <main class={`${styles.page} ${styles.shape}`} id="content" data-shape>
      <h1 class="only-heard">{document.documentElement.dataset.brand}</h1>
      {children}
    </main>
  );
}

export function Section({
  title,
  id,
  end,
  children,
}: {
  readonly title: string;
  readonly id?: string;
  readonly end?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section class={styles.section} id={id}>
      <div class={styles.title}>
        <h2>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  );
}
