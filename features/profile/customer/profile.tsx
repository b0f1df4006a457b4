import { contact } from '@axent/account/contract';
import { call } from '@axent/kernel/operation/client';
import {
  Facts,
  Page,
  ProblemState,
  Section,
  Skeleton,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { show } from '../contract.ts';
import { labelOf } from '../label.ts';
import { type Address, AddressEditor } from './address.tsx';
import { type Identity, NameEditor } from './name.tsx';
import { NotGiven, Part } from './part.tsx';
import styles from './profile.module.css';
import { catalogue } from './text.ts';

type Place = 'name' | 'business_name' | 'address';

interface Held {
  readonly identity: Identity;
  readonly address: Address;
}

/** As it would stand on an envelope. */
function Envelope({ identity, address }: Held) {
  const formats = useFormats();
  const country = address.country && formats.country(address.country);
  return (
    <address class={styles.envelope}>
      {labelOf(identity, address, country).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}

/** What one signs in with; it is proved by a code, so it is changed elsewhere. */
function Reached({ email, phone }: { readonly email: string | null; readonly phone: string | null }) {
  const t = useText(catalogue);
  return (
    <Section title={t('reached')}>
      <div class={styles.part}>
        <p class={styles.purpose}>{t('reached_purpose')}</p>
        <Facts
          facts={[
            [t('email'), email ?? t('not_given')],
            [t('phone'), phone ?? t('not_given')],
          ]}
        />
        <p>
          <a href="/privacy/ways">{t('reached_change')}</a>
        </p>
      </div>
    </Section>
  );
}

interface PartsProps {
  readonly held: Held;
  readonly onKept: (held: Held) => void;
}

function Parts({ held, onKept }: PartsProps) {
  const t = useText(catalogue);
  const [open, setOpen] = useState<Place | null>(null);
  const [says, setSays] = useState<{ readonly place: Place; readonly words: string } | null>(null);
  const { identity, address } = held;
  const part = (place: Place, given: boolean) => ({
    title: t(place),
    purpose: t(`${place}_purpose`),
    change: t(given ? `${place}_change` : `${place}_add`),
    says: says?.place === place ? says.words : '',
    onChange: () => {
      setSays(null);
      setOpen(place);
    },
  });
  const kept = (place: Place, now: Held, given: boolean) => {
    onKept(now);
    setSays({ place, words: t(given ? 'kept' : 'emptied') });
    setOpen(null);
  };
  const leave = () => setOpen(null);
  return (
    <>
      {(['name', 'business_name'] as const).map((field) => (
        <Part
          key={field}
          {...part(field, identity[field] !== null)}
          editor={
            open === field ? (
              <NameEditor
                field={field}
                identity={identity}
                onLeave={leave}
                onKept={(now) => kept(field, { ...held, identity: now }, now[field] !== null)}
              />
            ) : null
          }
        >
          {identity[field] === null ? <NotGiven /> : <p class={styles.value}>{identity[field]}</p>}
        </Part>
      ))}
      <Part
        {...part('address', address.country !== null)}
        editor={
          open === 'address' ? (
            <AddressEditor
              address={address}
              onLeave={leave}
              onKept={(now) => kept('address', { ...held, address: now }, now.country !== null)}
            />
          ) : null
        }
      >
        {address.country === null ? <NotGiven /> : <Envelope identity={identity} address={address} />}
      </Part>
    </>
  );
}

/** Who one is here: nothing of it is demanded, each says what it is for. */
export function ProfileScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const held = useResource((signal) => call(show, {}, { language, signal }), [language]);
  const reached = useResource((signal) => call(contact, {}, { language, signal }), [language]);
  const failed = held.state === 'failed' ? held : reached.state === 'failed' ? reached : null;
  return (
    <Page title={t('title')} lead={t('lead')} up={{ href: '/privacy', label: t('up') }}>
      {failed && (
        <ProblemState
          error={failed.error}
          again={() => {
            held.again();
            reached.again();
          }}
        />
      )}
      {!failed && !held.value && <Skeleton lines={5} />}
      {held.value && <Parts held={held.value} onKept={held.set} />}
      {held.value && reached.value && <Reached {...reached.value} />}
    </Page>
  );
}
