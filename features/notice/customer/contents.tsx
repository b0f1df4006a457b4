import { Details, useText } from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import type { Notice } from './clause.tsx';
import styles from './notice.module.css';
import { catalogue } from './text.ts';

/** The chapter that is being read, for the rail. @param shown how many chapters there are to see by now */
function useChapterInView(chapters: Notice['chapters'], shown: number): string | undefined {
  const [inView, setInView] = useState<string>();
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) if (entry.isIntersecting) setInView(entry.target.id);
      },
      { rootMargin: '-20% 0px -70% 0px' },
    );
    for (const chapter of chapters) {
      const element = document.getElementById(`chapter-${chapter.id}`);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [chapters, shown]);
  return inView;
}

function Links({
  chapters,
  inView,
}: {
  readonly chapters: Notice['chapters'];
  readonly inView?: string | undefined;
}) {
  return (
    <ol class={styles.links}>
      {chapters.map((chapter) => (
        <li key={chapter.id}>
          <a
            href={`#chapter-${chapter.id}`}
            aria-current={inView === `chapter-${chapter.id}` ? 'location' : undefined}
          >
            {chapter.title}
          </a>
        </li>
      ))}
    </ol>
  );
}

/** A rail beside the text on wide screens, one line to open on narrow ones. */
export function Contents({
  chapters,
  shown,
}: {
  readonly chapters: Notice['chapters'];
  readonly shown: number;
}) {
  const t = useText(catalogue);
  const inView = useChapterInView(chapters, shown);
  return (
    <>
      <nav class={styles.rail} aria-label={t('contents')}>
        <Links chapters={chapters} inView={inView} />
      </nav>
      <div class={styles.folded}>
        <Details summary={t('contents')}>
          <Links chapters={chapters} />
        </Details>
      </div>
    </>
  );
}
