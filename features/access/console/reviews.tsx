import type { Input, Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Pair,
  ProblemState,
  Sheet,
  Status,
  type Translate,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { type Column, Loaded, Panel, Table, useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { review, staff } from '../contract.ts';
import styles from './access.module.css';
import { catalogue } from './text.ts';

type Held = Output<typeof staff>['held'][number];
type Words = Translate<typeof import('./text/en.ts').default>;
type Role = Input<typeof review>['role'];

const roles: ReadonlySet<string> = new Set<Role>([
  'privacy_officer',
  'security',
  'administrator',
  'agent',
  'supervisor',
  'marketer',
  'product_manager',
  'release_manager',
  'store_staff',
]);
const isRole = (role: string): role is Role => roles.has(role);

interface ReviewsProps {
  /** How many acts were done here: each may change who is called what. */
  readonly acts: number;
  readonly onAct: () => void;
  readonly confirm: () => Promise<boolean>;
}

export const roleWords = (t: Words, role: string): string => (isRole(role) ? t(`role_${role}`) : role);

/** Who holds which role, and by when somebody else has to look at it again. */
export function Reviews({ acts, confirm, onAct }: ReviewsProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(staff, {}, { language, signal }), [language, acts]);
  const columns: readonly Column<Held>[] = [
    { key: 'name', title: t('name'), cell: (one) => nameOf(t, one) },
    { key: 'role', title: t('role'), cell: (one) => roleWords(t, one.role) },
    {
      key: 'seen',
      title: t('seen'),
      cell: (one) => (one.seen_at === null ? t('not_seen') : formats.date(one.seen_at)),
      spare: true,
    },
    { key: 'due', title: t('due'), cell: (one) => <Due held={one} /> },
  ];
  return (
    <Panel title={t('reviews')}>
      <Loaded of={loaded}>
        {({ held, review_days }) => (
          <div class={styles.stack}>
            <p class={styles.quiet}>{t('reviews_lead', { count: review_days })}</p>
            <Table
              label={t('reviews')}
              columns={columns}
              rows={held}
              keyOf={(one) => `${one.person} ${one.role}`}
              words={{ next: t('next'), previous: t('previous'), more: t('more') }}
              empty={t('nobody')}
              detail={(one) => (
                <Reviewing
                  held={one}
                  confirm={confirm}
                  onDone={() => {
                    loaded.again();
                    onAct();
                  }}
                />
              )}
            />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function nameOf(t: Words, { name, person, own }: Held): string {
  const called = name ?? t('unnamed', { number: person.slice(-6) });
  return own ? t('you', { name: called }) : called;
}

function Due({ held }: { readonly held: Held }) {
  const t = useText(catalogue);
  const formats = useFormats();
  if (held.asked_at !== null) return <Status tone="wait">{t('asked')}</Status>;
  const day = formats.date(held.due_at);
  return held.overdue ? (
    <Status tone="wrong">{t('overdue', { day })}</Status>
  ) : (
    <Status tone="good">{day}</Status>
  );
}

interface ReviewingProps extends Pick<ReviewsProps, 'confirm'> {
  readonly held: Held;
  readonly onDone: () => void;
}

function Reviewing({ held, confirm, onDone }: ReviewingProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const [taking, setTaking] = useState(false);
  const close = () => setTaking(false);
  if (held.own) return <p class={styles.quiet}>{t('own_access')}</p>;
  const say = (keep: boolean) =>
    act.run(async () => {
      await call(review, { person: held.person, role: held.role as Role, keep }, { language });
      close();
      onDone();
    });
  const name = nameOf(t, held);
  const role = roleWords(t, held.role);
  return (
    <div class={styles.stack}>
      {held.asked_at !== null && <p>{t(held.asked_by_me ? 'asked_by_me' : 'asked_by_other')}</p>}
      {act.error !== null && <ProblemState error={act.error} />}
      <div class={styles.acts}>
        <Button busy={act.busy && !taking} onPress={() => say(true)}>
          {t('keep')}
        </Button>
        {!held.asked_by_me && (
          <Button kind="quiet" onPress={() => setTaking(true)}>
            {t('take')}
          </Button>
        )}
      </div>
      <Sheet open={taking} onClose={close} labelledBy="take-access">
        <div class={styles.stack}>
          <h2 id="take-access" tabIndex={-1}>
            {t('take_title', { name, role })}
          </h2>
          <p>{t(held.role === 'privacy_officer' ? 'take_officer' : 'take_lead')}</p>
          {act.error !== null && <ProblemState error={act.error} />}
          <Pair>
            <Button kind="equal" onPress={close}>
              {t('leave')}
            </Button>
            <Button kind="equal" busy={act.busy} onPress={() => say(false)}>
              {t('take_now')}
            </Button>
          </Pair>
        </div>
      </Sheet>
    </div>
  );
}
