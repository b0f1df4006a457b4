import { Button, icons, LinkButton, Page, Section, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { AskSteps } from './ask.tsx';
import { LostSteps } from './lost.tsx';
import { OwnRequests } from './own.tsx';
import { ProofStep, type Proved } from './proof.tsx';
import styles from './requests.module.css';
import { Stopping } from './stopping.tsx';
import { catalogue } from './text.ts';

interface RequestsScreenProps {
  /** Somebody is signed in: they need not prove who they are. */
  readonly person: boolean;
}

type Place = 'start' | 'ask' | 'follow' | 'lost';

/** Requests about one's data: to make one, to see what became of it; with an account or without. */
export function RequestsScreen({ person }: RequestsScreenProps) {
  const t = useText(catalogue);
  const [place, setPlace] = useState<Place>('start');
  const [proved, setProved] = useState<Proved | null>(null);
  const [urgent, setUrgent] = useState(false);
  const back = () => setPlace('start');
  if (place === 'ask')
    return <AskSteps person={person} proved={proved} onProved={setProved} onBack={back} onDone={back} />;
  if (place === 'lost') return <LostSteps onBack={back} onProved={setProved} />;
  if (place === 'follow' && proved === null)
    return <ProofStep title={t('follow')} lead={t('follow_lead')} onProved={setProved} onBack={back} />;
  const known = person || proved !== null;
  return (
    <Page
      title={t('title')}
      lead={t(person ? 'lead_person' : 'lead')}
      up={person ? { href: '/privacy', label: t('up') } : { href: '/privacy/officer', label: t('officer') }}
      ornament
      action={
        !urgent && (
          <Button wide icon={icons.pen} onPress={() => setPlace('ask')}>
            {t('ask')}
          </Button>
        )
      }
    >
      {person && <Stopping onUrgent={setUrgent} />}
      {known && <OwnRequests proved={person ? null : proved} />}
      {!known && (
        <Section title={t('else')}>
          <div class={styles.ways}>
            <Button kind="equal" icon={icons.history} onPress={() => setPlace('follow')}>
              {t('follow')}
            </Button>
            <Button kind="equal" icon={icons.key} onPress={() => setPlace('lost')}>
              {t('lost')}
            </Button>
            <LinkButton kind="equal" icon={icons.person} href="/privacy">
              {t('sign_in')}
            </LinkButton>
          </div>
          <p class={styles.quiet}>{t('sign_in_says')}</p>
        </Section>
      )}
    </Page>
  );
}
