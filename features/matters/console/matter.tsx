import { call } from '@axent/kernel/operation/client';
import { Button, Facts, Field, Pair, ProblemState, Sheet, useFormats, useSpeech, useText } from '@axent/ui';
import { Code, useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { approve, end, read, tell } from '../contract.ts';
import { Attached } from './attached.tsx';
import styles from './matters.module.css';
import type { OneMatter } from './matters.tsx';
import { Reading } from './reading.tsx';
import { useRoles } from './roles.ts';
import { catalogue } from './text.ts';

interface MatterProps {
  readonly matter: OneMatter;
  readonly confirm: () => Promise<boolean>;
  readonly again: () => void;
}

/** One matter in full: what it rests on, who stands behind it, and what can be done about it now. */
export function Matter({ matter, confirm, again }: MatterProps) {
  const t = useText(catalogue);
  const { id, people, categories, purpose, state } = matter;
  return (
    <div class={styles.inside}>
      <MatterFacts matter={matter} />
      <Attached matter={matter} confirm={confirm} again={again} />
      <Acts matter={matter} confirm={confirm} again={again} />
      {state === 'stands' && purpose === read.purpose && (
        <Reading
          key={id}
          people={people}
          categories={categories}
          open={(person, language) => call(read, { id, person, language }, { language })}
        />
      )}
      {state === 'stands' && purpose !== read.purpose && <p class={styles.quiet}>{t('read_elsewhere')}</p>}
      <History matter={matter} />
    </div>
  );
}

function MatterFacts({ matter }: Pick<MatterProps, 'matter'>) {
  const t = useText(catalogue);
  const formats = useFormats();
  const role = useRoles();
  return (
    <Facts
      facts={[
        [t('ground'), `${matter.ground} ${matter.ground_name}`],
        [t('basis'), matter.basis],
        [t('provision'), matter.provision],
        [t('purpose'), `${matter.purpose_name} (${formats.list(matter.roles.map(role))})`],
        [t('categories'), matter.categories.map(({ name }) => name).join(', ')],
        [t('people'), formats.number(matter.people)],
        [t('ends_on'), formats.date(matter.ends_on)],
        [t('told'), matter.tell_from === null ? t('told_not') : formats.date(matter.tell_from)],
        ...(matter.keeps_withheld ? ([[t('keeps'), t('keeps_yes')]] as const) : []),
        [
          t('evidence'),
          <Code key="evidence" text={matter.evidence} words={{ copy: t('copy'), copied: t('copied') }} />,
        ],
      ]}
    />
  );
}

type Open = 'approve' | 'end' | 'tell' | null;

function Acts({ matter, confirm, again }: MatterProps) {
  const t = useText(catalogue);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    again();
  };
  const waits = matter.state === 'proposed';
  return (
    <div class={styles.acts}>
      {waits && matter.own && <p class={styles.quiet}>{t('waits_own')}</p>}
      {waits && !matter.own && <Button onPress={() => setOpen('approve')}>{t('approve')}</Button>}
      {(waits || matter.state === 'stands') && (
        <Button kind="quiet" onPress={() => setOpen('end')}>
          {t('end')}
        </Button>
      )}
      <Button kind="quiet" onPress={() => setOpen('tell')}>
        {t('tell')}
      </Button>
      <Sheet open={open === 'approve' || open === 'end'} onClose={close} labelledBy="act-form">
        <Deciding
          act={open === 'approve' ? 'approve' : 'end'}
          matter={matter}
          confirm={confirm}
          onDone={done}
          onKeep={close}
        />
      </Sheet>
      <Sheet open={open === 'tell'} onClose={close} labelledBy="tell-form">
        <Telling matter={matter} confirm={confirm} onDone={done} />
      </Sheet>
    </div>
  );
}

interface DecidingProps extends Pick<MatterProps, 'matter' | 'confirm'> {
  readonly act: 'approve' | 'end';
  readonly onDone: () => void;
  readonly onKeep: () => void;
}

const acts = { approve, end } as const;

function Deciding({ act: kind, matter, confirm, onDone, onKeep }: DecidingProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const { id, name } = matter;
  return (
    <div class={styles.form}>
      <h2 id="act-form" tabIndex={-1}>
        {t(`${kind}_title`, { name })}
      </h2>
      <p>{t(`${kind}_lead`)}</p>
      {act.error !== null && <ProblemState error={act.error} />}
      <Pair>
        <Button kind="equal" onPress={onKeep}>
          {t('keep')}
        </Button>
        <Button
          kind="equal"
          busy={act.busy}
          onPress={() =>
            act.run(async () => {
              await call(acts[kind], { id }, { language });
              onDone();
            })
          }
        >
          {t(`${kind}_now`)}
        </Button>
      </Pair>
    </div>
  );
}

function Telling({ matter, confirm, onDone }: Omit<DecidingProps, 'act' | 'onKeep'>) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const [day, setDay] = useState(matter.tell_from ?? '');
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await call(tell, { id: matter.id, day: day === '' ? null : day }, { language });
          onDone();
        });
      }}
    >
      <h2 id="tell-form" tabIndex={-1}>
        {t('tell_title')}
      </h2>
      <p>{t('tell_lead')}</p>
      <Field label={t('tell_day')} hint={t('tell_hint')} type="date" value={day} onValue={setDay} />
      {act.error !== null && <ProblemState error={act.error} />}
      <Button type="submit" wide busy={act.busy}>
        {t('save')}
      </Button>
    </form>
  );
}

function History({ matter }: Pick<MatterProps, 'matter'>) {
  const t = useText(catalogue);
  const formats = useFormats();
  return (
    <div class={styles.part}>
      <h2>{t('acts')}</h2>
      <ol class={styles.history}>
        {matter.acts.map((one) => (
          <li key={one.at + one.act}>
            <time dateTime={one.at}>{formats.moment(one.at)}</time>
            <span>
              {t(`act_${one.act}`, { day: one.day === null ? t('told_not') : formats.date(one.day) })}
              {one.own && ` · ${t('by_you')}`}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
