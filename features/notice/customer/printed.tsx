import { Icon, icons, useFormats, useText } from '@axent/ui';
import type { Notice, NoticeClause } from './clause.tsx';
import styles from './printed.module.css';
import { PrintedUses } from './printed.uses.tsx';
import { catalogue } from './text.ts';

const signs = { whole: icons.opened, partly: icons.partly, not: icons.closed } as const;

/** Ids of the paper's own, beside those of the screen. */
const at = (id: string) => `paper-${id}`;

interface NoticeProps {
  readonly notice: Notice;
}

/** Chapters and clauses; whoever lays out the pages fills in their numbers. */
function Contents({ notice }: NoticeProps) {
  const t = useText(catalogue);
  return (
    <nav class={styles.contents} aria-label={t('contents')}>
      <h2>{t('contents')}</h2>
      <ol>
        {notice.chapters.map((chapter) => (
          <li key={chapter.id}>
            <a class={styles.chapterLine} href={`#${at(chapter.id)}`}>
              <b>{chapter.title}</b>
              <span data-page-of={at(chapter.id)} />
            </a>
            <ol>
              {chapter.clauses.map((clause) => (
                <li key={clause.id}>
                  <a class={styles.clauseLine} href={`#${at(clause.id)}`}>
                    <span>{clause.title}</span>
                    <span data-page-of={at(clause.id)} />
                  </a>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function PrintedClause({ clause, notice }: { readonly clause: NoticeClause; readonly notice: Notice }) {
  const t = useText(catalogue);
  return (
    <section class={styles.clause} id={at(clause.id)}>
      <p class={styles.id}>
        {clause.id.split(/(?<=\.)/).map((part) => (
          <span key={part}>
            {part}
            <wbr />
          </span>
        ))}
      </p>
      <header class={styles.head}>
        <div class={styles.title}>
          <h3>{clause.title}</h3>
          <span class={styles.state}>
            <Icon of={signs[clause.status]} size={14} />
            {t(`status_${clause.status}`)}
          </span>
        </div>
        <p class={styles.sentence}>{clause.short}</p>
      </header>
      {clause.text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {clause.status === 'not' && <p class={styles.quiet}>{t('not_offered')}</p>}
      {clause.status === 'partly' && clause.unbuilt.length > 0 && (
        <div class={styles.quiet}>
          <p>{t('unbuilt')}:</p>
          <ul>
            {clause.unbuilt.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </div>
      )}
      <PrintedUses clause={clause} notice={notice} />
    </section>
  );
}

/** Who answers, where to read on, and what the words can be compared with. */
function Last({ notice }: NoticeProps) {
  const t = useText(catalogue);
  const { controller, version } = notice;
  const who = (['address', 'contact', 'representative', 'authority'] as const)
    .filter((name) => controller[name])
    .map((name) => [t(name), controller[name]] as const);
  const links = [
    [t('printed_online'), `${location.origin}/notice?version=${version.sequence}`],
    [t('printed_check'), `${location.origin}/coverage`],
    [t('printed_data'), `${location.origin}/api/policy.json?sequence=${version.sequence}`],
  ] as const;
  return (
    <section class={styles.last}>
      <h2>{t('responsible')}</h2>
      <dl>
        {[[t('controller'), controller.name] as const, ...who].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('printed_paper')}</h2>
      <dl>
        {links.map(([name, href]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <a href={href}>{href}</a>
            </dd>
          </div>
        ))}
        {[
          [t('printed_policy'), version.hash],
          [t('printed_words'), notice.text_hash],
          [t('printed_settings'), notice.settings_hash],
        ].map(([name, hash]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class={styles.hash}>{hash}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The notice as it stands on paper: every layer, numbered pages, nothing to press. */
export function PrintedNotice({ notice }: NoticeProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const brand = document.documentElement.dataset.brand ?? '';
  const version = t('version', {
    revision: notice.version.revision,
    date: formats.date(notice.version.published_at),
  });
  return (
    <article class={styles.paper}>
      <header class={styles.cover}>
        <p class={styles.brand}>{brand}</p>
        <h1>{notice.title}</h1>
        <p class={styles.version}>{version}</p>
        <ol class={styles.short} aria-label={t('in_short')}>
          {notice.in_short.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </header>
      <Contents notice={notice} />
      {notice.chapters.map((chapter) => (
        <section key={chapter.id} class={styles.chapter} id={at(chapter.id)}>
          <h2>{chapter.title}</h2>
          {chapter.clauses.map((clause) => (
            <PrintedClause key={clause.id} clause={clause} notice={notice} />
          ))}
        </section>
      ))}
      <Last notice={notice} />
    </article>
  );
}
