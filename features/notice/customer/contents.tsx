import { Details, useText } from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import type { Notice } from './clause.tsx';
import styles from './contents.module.css';
import { catalogue } from './text.ts';

interface Part {
  /** Of the element that the link leads to. */
  readonly id: string;
  readonly title: string;
}

export const in_short_id = 'in-short';
export const chapterId = (chapter: string) => `chapter-${chapter}`;

const partsOf = (chapters: Notice['chapters']): readonly Part[] =>
  chapters.map(({ id, title }) => ({ id: chapterId(id), title }));

/** The part that is being read, for the rail. @param shown how many chapters there are to see by now */
function useInView(parts: readonly Part[], shown: number): string | undefined {
  const [inView, setInView] = useState<string>();
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) if (entry.isIntersecting) setInView(entry.target.id);
      },
      { rootMargin: '-20% 0px -70% 0px' },
    );
    for (const { id } of parts) {
      const element = document.getElementById(id);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [parts.map(({ id }) => id).join(), shown]);
  return inView;
}

interface LinksProps {
  readonly parts: readonly Part[];
  readonly inView?: string | undefined;
}

function Links({ parts, inView }: LinksProps) {
  return (
    <ol class={styles.links}>
      {parts.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={inView === id ? 'location' : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}

interface ContentsProps {
  readonly chapters: Notice['chapters'];
}

/** Beside the text on wide screens: where the reader is, and everything else one press away. */
export function Rail({ chapters, shown }: ContentsProps & { readonly shown: number }) {
  const t = useText(catalogue);
  const parts = [{ id: in_short_id, title: t('in_short') }, ...partsOf(chapters)];
  const inView = useInView(parts, shown);
  return (
    <nav class={styles.rail} aria-label={t('contents')}>
      <Links parts={parts} inView={inView} />
    </nav>
  );
}

/** The same on narrow screens: one line to open. */
export function Folded({ chapters }: ContentsProps) {
  const t = useText(catalogue);
  return (
    <div class={styles.folded}>
      <Details summary={t('contents')}>
        <Links parts={partsOf(chapters)} />
      </Details>
    </div>
  );
}
