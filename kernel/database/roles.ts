import type { Purpose } from '@axent/policy';
import pg from 'pg';
import type { Secrets } from '../vault/secrets.ts';
import { type Login, type Pools, roleName, rolePassword } from './pools.ts';

/** Functions of the kernel that every purpose may call; all else is refused. */
const forEvery = [
  'kernel.enter(bytea)',
  'kernel.subject()',
  'kernel.purpose()',
  'kernel.covers(text, text)',
  'kernel.covers_opening(text, text, text, text, uuid)',
  'kernel.hold_opening(uuid, text)',
  'kernel.standings(uuid[], date)',
  'kernel.count_messages(uuid[], text[], date)',
  'kernel.idempotent(bytea, bytea)',
  'kernel.version_list()',
  'kernel.uses_of(date)',
  'kernel.incident_covers(timestamptz)',
  'kernel.held_request()',
];

/** What reading by a matter takes, for the purposes that the policy lets matters be for. */
const ofMatters = [
  'kernel.standing_matters(timestamptz)',
  'kernel.matter_facts(uuid)',
  'kernel.matter_people(uuid)',
  'kernel.matter_boxes(uuid, uuid, text, timestamptz)',
  'kernel.note_matter(uuid, uuid, timestamptz, uuid[], uuid[], bytea[])',
] as const;

/** Functions that single purposes may call. */
const forPurpose: Partial<Record<Purpose, readonly string[]>> = {
  authentication: [
    'kernel.find_person(bytea)',
    'kernel.make_person(uuid, text, bytea, text)',
    'kernel.add_identifier(bytea, text)',
    'kernel.drop_identifier(bytea)',
    'kernel.own_identifiers()',
    'kernel.start_half(bytea, uuid, text, interval)',
    'kernel.half_session(bytea)',
    'kernel.end_half(bytea)',
    'kernel.grant_role(uuid, text)',
    'kernel.grant_role(uuid, text, uuid)',
    'kernel.staff_with(text)',
    'kernel.staff_count()',
    'kernel.name_staff(uuid, text)',
    'kernel.own_work_name()',
    'kernel.staff_access()',
    'kernel.review_access(uuid, uuid, text, boolean, timestamptz)',
    'kernel.own_training()',
    'kernel.note_training(text, bytea, timestamptz)',
    'kernel.premises()',
    'kernel.tick_premise(uuid, text, timestamptz)',
    'kernel.access_history()',
    'kernel.mail_waits()',
    'kernel.channel_waits(text)',
    'kernel.message_state(uuid)',
    'kernel.has_proved(bytea)',
    'kernel.live_devices()',
    'kernel.start_session(bytea, uuid, uuid, interval, interval)',
    'kernel.end_session(bytea)',
    'kernel.end_own_sessions(uuid, bytea)',
    'kernel.accept(uuid, uuid, integer, text, text, text)',
    'kernel.set_opening(uuid, uuid, uuid, text, boolean, integer, text, text, text, interval)',
  ],
  service: [
    'kernel.propose_incident(uuid, text, text, timestamptz, timestamptz, jsonb, timestamptz)',
    'kernel.approve_incident(uuid, timestamptz, timestamptz)',
    'kernel.end_incident(uuid, timestamptz)',
    'kernel.incidents()',
    'kernel.staff_with(text)',
    'kernel.version_approvals()',
    'kernel.ledger_state()',
    'kernel.waiting_messages()',
    'kernel.waiting_events()',
    'kernel.oldest_leaf()',
    'kernel.deletion_list(integer)',
    'kernel.carrier_state()',
    'kernel.access_facts()',
    'kernel.has_proved(bytea)',
    'kernel.live_devices()',
    'kernel.withhold(uuid, uuid, text, boolean)',
    'kernel.accept(uuid, uuid, integer, text, text, text)',
    'kernel.set_opening(uuid, uuid, uuid, text, boolean, integer, text, text, text, interval)',
    'kernel.own_openings(uuid)',
    'kernel.own_withheld(uuid)',
    'kernel.own_acceptance()',
    'kernel.known_sessions(bytea[])',
    'kernel.matter_counts()',
    'kernel.recipient_facts(uuid)',
    'kernel.hand_over(uuid, text, timestamptz)',
  ],
  rights: [
    'kernel.own_sessions()',
    'kernel.close_account(timestamptz, integer)',
    'kernel.reopen_account(timestamptz)',
    'kernel.renew_device(uuid, uuid)',
    'kernel.move_rows(uuid, uuid, text[], text[], uuid[], bytea[])',
    'kernel.own_openings(uuid)',
    'kernel.own_opening_changes()',
    'kernel.own_consents()',
    'kernel.own_acceptance()',
    'kernel.own_messages()',
    'kernel.own_records(uuid, integer)',
    'kernel.own_record(uuid)',
    'kernel.own_sharing()',
    'kernel.own_matters()',
    'kernel.own_claim(uuid, text)',
    'kernel.recipient_facts(uuid)',
    'kernel.hand_over(uuid, text, timestamptz)',
    'kernel.has_proved(bytea)',
    'kernel.live_devices()',
    'kernel.people_behind(integer, uuid, integer)',
    'kernel.people_after(uuid, integer)',
    'kernel.incidents_to_tell()',
    'kernel.file_request(uuid, text, bytea, bytea, text, timestamptz, timestamptz)',
    'kernel.hold_request(uuid, bytea, timestamptz)',
    'kernel.take_request(uuid, timestamptz)',
    'kernel.extend_request(uuid, timestamptz, timestamptz)',
    'kernel.close_request(uuid, text, timestamptz)',
    'kernel.request_queue()',
    'kernel.own_requests(bytea)',
    'kernel.file_recovery(uuid, bytea, bytea, date, date, bytea, text)',
    'kernel.approve_recovery(uuid, text, timestamptz, timestamptz)',
    'kernel.recovery_state(uuid)',
    'kernel.recovery_account(uuid)',
    'kernel.own_recoveries()',
    'kernel.stop_recovery(uuid, timestamptz)',
    'kernel.recoveries_due(timestamptz)',
    'kernel.carry_out_recovery(uuid, timestamptz)',
    'kernel.note_erasure(bytea, timestamptz)',
    'kernel.forget_erasure()',
    'kernel.erasure_of(bytea)',
    'kernel.own_quiet_hours()',
    'kernel.set_quiet_hours(text, smallint, smallint)',
  ],
  archive: [
    'kernel.recipients()',
    'kernel.recipient_changes(uuid)',
    'kernel.put_recipient(uuid, uuid, uuid, text, jsonb, timestamptz)',
    'kernel.messages_held()',
    'kernel.staff_with(text)',
    'kernel.matters()',
    'kernel.propose_matter(uuid, uuid, jsonb, bytea[], timestamptz)',
    'kernel.approve_matter(uuid, uuid, timestamptz)',
    'kernel.end_matter(uuid, uuid, timestamptz)',
    'kernel.tell_matter(uuid, uuid, date, timestamptz)',
    'kernel.evidence_arrives(uuid, uuid, boolean, timestamptz)',
    'kernel.evidence_whole(uuid, uuid, bytea, text, integer)',
    'kernel.look_at_evidence(uuid, uuid, timestamptz)',
    'kernel.evidence_list()',
    ...ofMatters,
  ],
  security: [
    'kernel.known_sessions(bytea[])',
    'kernel.incident_window(uuid, timestamptz)',
    'kernel.note_unsealing(uuid, uuid, integer, timestamptz)',
    ...ofMatters,
  ],
};

/** Columns that every purpose may insert into and nothing more. */
const insertOnly = [
  'kernel.leaf_pending (id, entry)',
  'kernel.record (person_id, id, at, leaf_id, sealed)',
  'kernel.event (id, name, payload)',
  'kernel.message (id, person_id, message, channel, sealed, next_at)',
];

export interface RoleOptions {
  readonly prefix: string;
  readonly secrets: Secrets;
  readonly purposes: readonly Purpose[];
}

/**
 * Makes the logins, once per cluster, under a lock in the `postgres` database. Roles belong to the cluster, so
 * databases that share one share them and differ in grants.
 */
export async function installRoles(url: string, options: RoleOptions): Promise<void> {
  const address = new URL(url);
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.toString() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(4213, 3)');
    const logins: Login[] = ['kernel', ...options.purposes];
    const existing = await client.query<{ rolname: string }>('select rolname from pg_roles');
    const names = new Set(existing.rows.map((row) => row.rolname));
    for (const login of logins) {
      const name = roleName(options.prefix, login);
      if (names.has(name)) continue;
      await client.query(
        `create role ${pg.escapeIdentifier(name)} login noinherit connection limit 40
           password ${pg.escapeLiteral(rolePassword(options.secrets, options.prefix, login))}`,
      );
    }
  } finally {
    await client.end();
  }
}

/**
 * Tries every purpose's login, as a login can change its own password. One that was changed is set back and reported:
 * the kernel's login, tried before, shows that this is the master key that made them all.
 */
export async function restorePasswords(
  pools: Pools,
  options: RoleOptions,
  report: (error: Error) => void,
): Promise<void> {
  for (const purpose of options.purposes) {
    try {
      (await pools.connect(purpose)).release();
    } catch (error) {
      if ((error as { code?: string }).code !== '28P01') throw error;
      const name = roleName(options.prefix, purpose);
      const password = pg.escapeLiteral(rolePassword(options.secrets, options.prefix, purpose));
      await pools.owner.query(`alter role ${pg.escapeIdentifier(name)} password ${password}`);
      report(new PasswordChanged(`The password of the login ${name} had been changed and was set back.`));
    }
  }
}

/** Somebody who had a purpose's login changed its password. */
class PasswordChanged extends Error {
  override readonly name = 'PasswordChanged';
}

/** What the logins may do with the kernel's own schema. Run after migrating; the same on every start. */
export async function grantKernel(owner: pg.Pool, options: RoleOptions): Promise<void> {
  const kernel = pg.escapeIdentifier(roleName(options.prefix, 'kernel'));
  const purposes = options.purposes.map((purpose) => pg.escapeIdentifier(roleName(options.prefix, purpose)));
  const everyone = [kernel, ...purposes].join(', ');
  const all = purposes.join(', ');
  const database =
    (await owner.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '';
  const lines = [
    `revoke all on database ${pg.escapeIdentifier(database)} from public`,
    `grant connect on database ${pg.escapeIdentifier(database)} to ${everyone}`,
    'revoke all on schema public from public',
    'revoke all on all functions in schema kernel from public',
    `grant usage on schema kernel, app to ${everyone}`,
    `grant select, insert, update, delete on all tables in schema kernel to ${kernel}`,
    `grant execute on all functions in schema kernel to ${kernel}`,
    ...insertOnly.map((target) => {
      const [table = '', columns = ''] = target.split(' (');
      return `grant insert (${columns} on ${table} to ${all}`;
    }),
    ...forEvery.map((name) => `grant execute on function ${name} to ${all}`),
  ];
  for (const [purpose, names] of Object.entries(forPurpose)) {
    const role = pg.escapeIdentifier(roleName(options.prefix, purpose as Purpose));
    for (const name of names) lines.push(`grant execute on function ${name} to ${role}`);
  }
  await owner.query(lines.join(';\n'));
  await closeSystem(owner, kernel);
}

/**
 * Takes from everybody what could carry data past the walls or hold up others: notifications, large objects, advisory
 * locks, sleeping. Only a superuser may: on a database where the owner is none, these stay open, as docs/security.md
 * says.
 */
async function closeSystem(owner: pg.Pool, kernel: string): Promise<void> {
  const { rows } = await owner.query<{ name: string; lock: boolean; open: boolean }>(
    `select p.oid::regprocedure::text as name, p.proname ~ 'advisory' as lock,
       exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as open
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'pg_catalog' and current_setting('is_superuser') = 'on'
       and p.proname ~ '^(pg_(try_)?advisory_|pg_notify$|pg_sleep|lo_|lowrite$|loread$|dblink)'`,
  );
  const lines = rows
    .filter((row) => row.open)
    .flatMap(({ name, lock }) => [
      `revoke execute on function ${name} from public`,
      ...(lock ? [`grant execute on function ${name} to ${kernel}`] : []),
    ]);
  if (lines.length > 0) await owner.query(lines.join(';\n'));
}
