import type { Input, Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  codeOf,
  Field,
  ProblemState,
  Select,
  Sheet,
  useFormats,
  useSpeech,
  useText,
} from '@axent/ui';
import { Code, Figure, Figures, Panel } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { invite, staffRoles } from '../contract.ts';
import styles from './staff.module.css';
import { catalogue } from './text.ts';

type Role = Input<typeof invite>['role'];
type Made = Output<typeof invite>;

interface PeopleProps {
  readonly officers: number;
  readonly mayInvite: boolean;
  /** Asks for a fresh sign-in; true when it was given. */
  readonly confirm: () => Promise<boolean>;
}

/** Who stands behind the policy, and the way to bring in others. */
export function PeoplePanel({ officers, mayInvite, confirm }: PeopleProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={t('staff')}
      end={
        mayInvite && (
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      <Figures>
        <Figure name={t('officers')} value={formats.number(officers)} />
      </Figures>
      <p class={styles.quiet}>{t(officers > 1 ? 'more_officers' : 'one_officer')}</p>
      <Sheet open={open} onClose={() => setOpen(false)} labelledBy="invite-title" form>
        <Invite confirm={confirm} onDone={() => setOpen(false)} />
      </Sheet>
    </Panel>
  );
}

interface InviteProps extends Pick<PeopleProps, 'confirm'> {
  readonly onDone: () => void;
}

function Invite({ confirm, onDone }: InviteProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const [role, setRole] = useState<Role | ''>('');
  const [name, setName] = useState('');
  const [made, setMade] = useState<Made | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const make = async (): Promise<void> => {
    setMissing(role === '');
    if (role === '') return;
    setBusy(true);
    setError(null);
    try {
      setMade(await call(invite, name.trim() === '' ? { role } : { role, name: name.trim() }, { language }));
    } catch (cause) {
      if (codeOf(cause) === 'fresh_sign_in_needed' && (await confirm())) return await make();
      setError(cause);
    }
    setBusy(false);
  };
  return (
    <div class={styles.form}>
      <h2 id="invite-title">{t('invite_title')}</h2>
      <p>{t('invite_lead')}</p>
      {made ? (
        <>
          <h3>{t('link')}</h3>
          <Code
            text={`${location.origin}/console/welcome#${made.token}`}
            words={{ copy: t('copy'), copied: t('copied') }}
          />
          <p class={styles.quiet}>{t('link_until', { until: formats.moment(made.expires_at) })}</p>
          <Button wide onPress={onDone}>
            {t('done')}
          </Button>
        </>
      ) : (
        <>
          <Select
            look="box"
            label={t('invite_role')}
            value={role}
            options={[
              { value: '', label: t('no_role') },
              ...staffRoles.map((value) => ({ value, label: t(`role_${value}`) })),
            ]}
            onValue={(value) => {
              setRole(value);
              setMissing(false);
            }}
          />
          {missing && (
            <p class={styles.wrong} role="alert">
              {t('role_missing')}
            </p>
          )}
          {role !== '' && <p class={styles.quiet}>{t(`does_${role}`)}</p>}
          <Field
            label={t('invite_name')}
            hint={t('invite_name_hint')}
            name="work-name"
            maxLength={80}
            value={name}
            onValue={setName}
          />
          {error !== null && <ProblemState error={error} />}
          <Button wide busy={busy} onPress={() => void make()}>
            {t('make_link')}
          </Button>
        </>
      )}
    </div>
  );
}
