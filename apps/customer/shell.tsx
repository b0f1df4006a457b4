import { Icon, icons, LanguageSwitch, OfflineBar, ThemeSwitch, useOffline, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso/router';
import styles from './shell.module.css';
import { catalogue } from './words.ts';

const places = [
  { href: '/stores', name: 'stores', icon: icons.position },
  { href: '/privacy', name: 'your_data', icon: icons.person },
  { href: '/notice', name: 'notice', icon: icons.drop },
] as const;

function Places({ class: name }: { readonly class: string | undefined }) {
  const t = useText(catalogue);
  const { path } = useLocation();
  return (
    <nav class={name} aria-label={t('main')}>
      {places.map((place) => (
        <a key={place.href} href={place.href} aria-current={path.startsWith(place.href) ? 'page' : undefined}>
          <Icon of={place.icon} />
          <span>{t(place.name)}</span>
        </a>
      ))}
    </nav>
  );
}

interface ShellProps {
  /** The places of the app are shown once the notice is accepted. */
  readonly places: boolean;
  readonly children: ComponentChildren;
}

/** What stands around every screen: the name, the places, language and light. */
export function Shell({ places: shown, children }: ShellProps) {
  const t = useText(catalogue);
  return (
    <div class={`${styles.shell} ${shown ? styles.placed : ''}`}>
      <a class={`only-heard ${styles.skip}`} href="#content">
        {t('skip')}
      </a>
      <header class={styles.top}>
        <a
          class={styles.name}
          href="/"
          aria-label={`${document.documentElement.dataset.brand} · ${t('home')}`}
        >
          {document.documentElement.dataset.brand}
        </a>
        {shown && <Places class={styles.across} />}
        <LanguageSwitch />
      </header>
      <OfflineBar shown={useOffline()} />
      <div class={styles.screen}>{children}</div>
      <footer class={styles.bottom}>
        <a href="/notice">{t('notice')}</a>
        <a href="/coverage">{t('coverage')}</a>
        <a href="/imprint">{t('imprint')}</a>
        <ThemeSwitch />
      </footer>
      {shown && <Places class={styles.below} />}
    </div>
  );
}
