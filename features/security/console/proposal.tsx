import { call } from '@axent/kernel/operation/client';
import { Button, Field, Lines, languages, ProblemState, Switch, useSpeech, useText } from '@axent/ui';
import { useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { propose } from '../contract.ts';
import { type Draft, inputOf, newDraft } from './draft.ts';
import styles from './security.module.css';
import { catalogue } from './text.ts';

interface ProposalProps {
  readonly confirm: () => Promise<boolean>;
  readonly onDone: () => void;
}

/** All that an incident must say before somebody else can stand behind it. */
export function Proposal({ confirm, onDone }: ProposalProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const [draft, setDraft] = useState<Draft>(() => newDraft(new Date()));
  const set =
    <K extends keyof Draft>(key: K) =>
    (value: Draft[K]) =>
      setDraft((before) => ({ ...before, [key]: value }));
  return (
    <form
      class={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await call(propose, inputOf(draft), { language });
          onDone();
        });
      }}
    >
      <h2 id="incident-form" tabIndex={-1}>
        {t('propose_title')}
      </h2>
      <p class={styles.quiet}>{t('propose_lead')}</p>
      <Field
        label={t('name')}
        hint={t('name_hint')}
        value={draft.name}
        onValue={set('name')}
        maxLength={80}
        required
      />
      <Lines label={t('why')} hint={t('why_hint')} value={draft.why} onValue={set('why')} maxLength={1000} />
      <div class={styles.days}>
        <Field label={t('first_day')} type="date" value={draft.first} onValue={set('first')} required />
        <Field label={t('last_day')} type="date" value={draft.last} onValue={set('last')} required />
      </div>
      <div class={styles.told}>
        <span>{t('tell')}</span>
        <Switch
          label={t('tell')}
          on={draft.tells}
          words={{ on: t('yes'), off: t('no') }}
          onSwitch={set('tells')}
        />
      </div>
      {draft.tells && <Telling draft={draft} onTelling={set('telling')} />}
      {act.error !== null && <ProblemState error={act.error} />}
      <Button type="submit" wide busy={act.busy}>
        {t('propose')}
      </Button>
    </form>
  );
}

interface TellingProps {
  readonly draft: Draft;
  readonly onTelling: (telling: Draft['telling']) => void;
}

function Telling({ draft, onTelling }: TellingProps) {
  const t = useText(catalogue);
  const { telling } = draft;
  return (
    <>
      <p class={styles.quiet}>{t('tell_hint')}</p>
      {languages.map((language) =>
        (['what', 'next'] as const).map((part) => (
          <Lines
            key={`${language} ${part}`}
            label={t(`tell_${part}`, { language: t(`language_${language}`) })}
            value={telling[language][part]}
            maxLength={600}
            onValue={(value) =>
              onTelling({ ...telling, [language]: { ...telling[language], [part]: value } })
            }
          />
        )),
      )}
    </>
  );
}
