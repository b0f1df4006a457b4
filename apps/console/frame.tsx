import { signOut } from '@axent/account/contract';
import { call } from '@axent/kernel/operation/client';
import { useRoleName } from '@axent/staff/console';
import { Button, Icon, icons, LanguageSwitch, OfflineBar, ThemeSwitch, useOffline, useText } from '@axent/ui';
import { useKeys } from '@axent/ui/console';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import styles from './frame.module.css';
import { Keys } from './keys.tsx';
import { places } from './places.ts';
import { catalogue } from './words.ts';

interface FrameProps {
  readonly roles: readonly string[];
  readonly onSignedOut: () => Promise<void>;
  readonly children: ComponentChildren;
}

/** What stands around every page: the places at the side, who is here, the keys. */
export function Frame({ roles, onSignedOut, children }: FrameProps) {
  const t = useText(catalogue);
  const { path, route } = useLocation();
  const [keys, setKeys] = useState(false);
  const at = path.replace(/(?<=.)\/$/, '');
  const own = places(roles);
  useKeys(
    [
      { keys: '?', words: t('keys_show'), run: () => setKeys(true) },
      ...own.map(({ key, href, name }) => ({
        keys: `g ${key}`,
        words: t('go_to', { place: t(name) }),
        run: () => route(href),
      })),
    ],
    [t('keys'), own.length],
  );
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [at]);
  return (
    <div class={styles.frame}>
      <a class={`only-heard ${styles.skip}`} href="#content">
        {t('skip')}
      </a>
      <header class={styles.rail}>
        <a class={styles.name} href="/console/">
          <b>{document.documentElement.dataset.brand}</b> <span>{t('console')}</span>
        </a>
        <nav ref={nav} class={styles.places} aria-label={t('places')}>
          {own.map(({ href, name, icon, key }) => (
            <a key={href} href={href} aria-current={at === href.replace(/\/$/, '') ? 'page' : undefined}>
              <Icon of={icon} size={20} />
              <span>{t(name)}</span>
              <span class={styles.hint} aria-hidden="true">
                g {key}
              </span>
            </a>
          ))}
        </nav>
        <Foot roles={roles} onKeys={() => setKeys(true)} onSignedOut={onSignedOut} />
      </header>
      <div class={styles.content}>
        <OfflineBar shown={useOffline()} words={t('offline')} />
        {children}
      </div>
      <Keys open={keys} onClose={() => setKeys(false)} />
    </div>
  );
}

interface FootProps extends Pick<FrameProps, 'roles' | 'onSignedOut'> {
  readonly onKeys: () => void;
}

/** The keys, language and light, who is here, the way out. */
function Foot({ roles, onKeys, onSignedOut }: FootProps) {
  const t = useText(catalogue);
  const role = useRoleName(roles);
  return (
    <div class={styles.foot}>
      <Button kind="quiet" icon={icons.info} onPress={onKeys}>
        {t('keys')}
      </Button>
      <LanguageSwitch />
      <ThemeSwitch />
      <p class={styles.who}>
        <Icon of={icons.person} size={20} />
        {role ?? t('role_other')}
      </p>
      <Button
        kind="quiet"
        icon={icons.signOut}
        onPress={() =>
          void call(signOut, {})
            .catch(() => undefined)
            .then(onSignedOut)
        }
      >
        {t('sign_out')}
      </Button>
    </div>
  );
}
