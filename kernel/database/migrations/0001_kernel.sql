-- The kernel's own tables. No purpose login may read them: purposes get insert-only columns on a few
-- (leaf_pending, record, event, message) and EXECUTE on the functions listed in kernel/database/roles.ts.

create table kernel.policy_version (
  sequence integer primary key,
  revision text not null,
  hash text not null,
  policy text not null,
  notices text not null,
  class text not null check (class in ('first', 'narrowing', 'neutral', 'widening')),
  changes text not null,
  published_at timestamptz not null,
  published_by uuid[] not null
);

-- One row: what is in force. Read by every operation under the shared publication lock.
create table kernel.published (
  single boolean primary key default true check (single),
  sequence integer not null references kernel.policy_version,
  hash text not null
);

-- Since which version each cell has stood unbroken under the same or wider terms. Written by publication, read by the
-- row policies that come with a widening.
create table kernel.cell_since (
  cell text primary key,
  sequence integer not null
);

create table kernel.person (
  id uuid primary key,
  kind text not null check (kind in ('customer', 'staff')),
  created_at timestamptz not null default now(),
  erased_at timestamptz
);

-- Lookup by keyed hash of a normalised address or number; the hash is the key (architecture, property 11).
create table kernel.identifier (
  hash bytea primary key,
  kind text not null,
  person_id uuid not null references kernel.person
);

create table kernel.role (
  person_id uuid not null references kernel.person,
  role text not null,
  granted_at timestamptz not null default now(),
  primary key (person_id, role)
);

create table kernel.session (
  token_hash bytea primary key,
  person_id uuid not null references kernel.person,
  device_id uuid not null,
  created_at timestamptz not null default now(),
  fresh_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  idle interval not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on kernel.session (person_id);

create table kernel.acceptance (
  person_id uuid not null references kernel.person,
  id uuid not null,
  sequence integer not null references kernel.policy_version,
  language text not null,
  text_hash text not null,
  settings_hash text not null,
  at timestamptz not null default now(),
  primary key (person_id, id)
);

-- The present state of each function for a person on a device (switches: the nil device).
create table kernel.opening (
  person_id uuid not null references kernel.person,
  device_id uuid not null,
  function text not null,
  open boolean not null,
  sequence integer not null references kernel.policy_version,
  language text not null,
  text_hash text not null,
  changed_at timestamptz not null default now(),
  closed_by text check (closed_by in ('person', 'device')),
  shred_at timestamptz,
  primary key (person_id, device_id, function)
);
create index opening_shred on kernel.opening (shred_at) where shred_at is not null;

-- Every opening and closing there was.
create table kernel.opening_change (
  person_id uuid not null references kernel.person,
  id uuid not null,
  device_id uuid not null,
  function text not null,
  open boolean not null,
  sequence integer not null,
  language text not null,
  text_hash text not null,
  by text not null,
  at timestamptz not null default now(),
  primary key (person_id, id)
);

create table kernel.event (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  at timestamptz not null default now()
);

-- A keyed hash of the request and the ids it made, never the answer.
create table kernel.idempotency (
  key_hash bytea primary key,
  request_hash bytea not null,
  made uuid[] not null default '{}',
  at timestamptz not null default now()
);
create index idempotency_at on kernel.idempotency (at);

-- What waits to be delivered; the address and the words are in the box.
create table kernel.message (
  id uuid primary key,
  person_id uuid,
  message text not null,
  channel text not null,
  sealed bytea not null,
  queued_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  last_error text
);
create index message_next on kernel.message (next_at);

-- How often each clause let data be used, by day; no person in it.
create table kernel.use_count (
  day date not null,
  clause text not null,
  uses bigint not null,
  primary key (day, clause)
);

-- Whether the carriers fail just now: a message that was tried is still waiting.
create function kernel.mail_waits() returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select exists (select 1 from kernel.message m where m.attempts > 0) $$;

create function kernel.subject() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('axent.person', true), '')::uuid $$;

create function kernel.purpose() returns text language sql stable parallel safe
  as $$ select substring(current_user from '[a-z]+$') $$;

-- Whether what the operation's person accepted reaches as far as this use: for row policies of what came later.
create function kernel.covers(in_purpose text, in_category text) returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select exists (
    select 1 from kernel.cell_since s
    where s.cell = 'read:' || in_purpose || ':' || in_category
      and s.sequence <= (select max(a.sequence) from kernel.acceptance a where a.person_id = kernel.subject()))
$$;

-- The first statement of every operation: takes the publication lock, then (a new snapshot) reads the published
-- version, the session and what its person accepted and opened, in one statement and one value: every operation pays
-- for this. Answers [sequence, hash, person, kind, device, created, fresh, accepted, openings, roles], times as Unix
-- seconds; with nothing after the hash: a visitor.
create function kernel.enter(in_token_hash bytea) returns json
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  entered json;
  subject uuid;
  seen timestamptz;
begin
  perform pg_advisory_xact_lock_shared(4213, 1);
  if in_token_hash is not null then
    select json_build_array(v.sequence, v.hash, s.person_id, p.kind, s.device_id,
        extract(epoch from s.created_at), extract(epoch from s.fresh_at),
        (select max(a.sequence) from kernel.acceptance a where a.person_id = s.person_id),
        (select json_object_agg(o.function, case when o.open then o.sequence else -1 end) from kernel.opening o
          where o.person_id = s.person_id
            and o.device_id in (s.device_id, '00000000-0000-0000-0000-000000000000')),
        case when p.kind = 'staff' then
          (select json_agg(r.role) from kernel.role r where r.person_id = s.person_id) end),
        s.person_id, s.seen_at
      into entered, subject, seen
      from kernel.session s join kernel.person p on p.id = s.person_id cross join kernel.published v
      where s.token_hash = in_token_hash and s.ended_at is null and s.ends_at > now()
        and s.seen_at + s.idle > now() and p.erased_at is null;
  end if;
  if subject is null then
    select json_build_array(p.sequence, p.hash) into entered from kernel.published p;
    return entered;
  end if;
  if seen < now() - interval '1 minute' then
    update kernel.session s set seen_at = now() where s.token_hash = in_token_hash;
  end if;
  perform set_config('axent.person', subject::text, true);
  return entered;
end $$;

-- Earlier ids made under the same key by the same request; raises 22023 when the request differs.
create function kernel.idempotent(in_key_hash bytea, in_request_hash bytea) returns uuid[]
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  earlier kernel.idempotency%rowtype;
begin
  insert into kernel.idempotency (key_hash, request_hash) values (in_key_hash, in_request_hash)
    on conflict do nothing;
  if found then
    return null;
  end if;
  select * into earlier from kernel.idempotency i where i.key_hash = in_key_hash;
  if earlier.request_hash <> in_request_hash then
    raise exception 'idempotency key reused' using errcode = '22023';
  end if;
  return earlier.made;
end $$;

create function kernel.made(in_key_hash bytea, in_made uuid[]) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ update kernel.idempotency set made = in_made where key_hash = in_key_hash $$;

-- Signing in (purpose authentication only).
create function kernel.find_person(in_hash bytea) returns table (id uuid, kind text)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select p.id, p.kind from kernel.identifier i join kernel.person p on p.id = i.person_id
      where i.hash = in_hash and p.erased_at is null $$;

create function kernel.make_person(in_id uuid, in_kind text, in_hash bytea, in_identifier_kind text) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.person (id, kind) values (in_id, in_kind);
  insert into kernel.identifier (hash, kind, person_id) values (in_hash, in_identifier_kind, in_id);
$$;

create function kernel.grant_role(in_person uuid, in_role text) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ insert into kernel.role (person_id, role) values (in_person, in_role) on conflict do nothing $$;

create function kernel.start_session(in_token_hash bytea, in_person uuid, in_device uuid, in_idle interval,
  in_life interval) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.session (token_hash, person_id, device_id, idle, ends_at)
    values (in_token_hash, in_person, in_device, in_idle, now() + in_life);
  select set_config('axent.person', in_person::text, true);
$$;

create function kernel.end_session(in_token_hash bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ update kernel.session set ended_at = now() where token_hash = in_token_hash and ended_at is null $$;

create function kernel.accept(in_person uuid, in_id uuid, in_sequence integer, in_language text, in_text_hash text,
  in_settings_hash text) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.acceptance (person_id, id, sequence, language, text_hash, settings_hash)
    values (in_person, in_id, in_sequence, in_language, in_text_hash, in_settings_hash)
$$;

-- Opens or closes a function for a person on a device, with its history row.
create function kernel.set_opening(in_person uuid, in_id uuid, in_device uuid, in_function text, in_open boolean,
  in_sequence integer, in_language text, in_text_hash text, in_by text, in_withheld interval) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.opening_change (person_id, id, device_id, function, open, sequence, language, text_hash, by)
    values (in_person, in_id, in_device, in_function, in_open, in_sequence, in_language, in_text_hash, in_by);
  insert into kernel.opening as o (person_id, device_id, function, open, sequence, language, text_hash, closed_by,
      shred_at)
    values (in_person, in_device, in_function, in_open, in_sequence, in_language, in_text_hash,
      case when in_open then null else in_by end, case when in_open then null else now() + in_withheld end)
    on conflict (person_id, device_id, function) do update set open = excluded.open, sequence = excluded.sequence,
      language = excluded.language, text_hash = excluded.text_hash, changed_at = now(),
      closed_by = excluded.closed_by, shred_at = excluded.shred_at;
$$;

-- What the person themself may see of the kernel's tables.
create function kernel.own_openings(in_device uuid) returns table (function text, open boolean, sequence integer,
  changed_at timestamptz, closed_by text, shred_at timestamptz, device_id uuid)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select o.function, o.open, o.sequence, o.changed_at, o.closed_by, o.shred_at, o.device_id
      from kernel.opening o where o.person_id = kernel.subject()
        and o.device_id in (in_device, '00000000-0000-0000-0000-000000000000') $$;

create function kernel.own_opening_changes() returns table (id uuid, device_id uuid, function text, open boolean,
  sequence integer, by text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select c.id, c.device_id, c.function, c.open, c.sequence, c.by, c.at from kernel.opening_change c
      where c.person_id = kernel.subject() order by c.id desc limit 1000 $$;

create function kernel.own_acceptance() returns table (sequence integer, language text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select a.sequence, a.language, a.at from kernel.acceptance a where a.person_id = kernel.subject()
      order by a.sequence desc, a.id desc limit 1 $$;

create function kernel.own_records(in_before uuid, in_limit integer) returns table (id uuid, at timestamptz,
  leaf_id uuid, sealed bytea)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select r.id, r.at, r.leaf_id, r.sealed from kernel.record r where r.person_id = kernel.subject()
        and (in_before is null or r.id < in_before) order by r.id desc limit least(in_limit, 200) $$;

create function kernel.own_record(in_id uuid) returns table (id uuid, at timestamptz, leaf_id uuid, sealed bytea)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select r.id, r.at, r.leaf_id, r.sealed from kernel.record r
      where r.person_id = kernel.subject() and r.id = in_id $$;

-- Rows that a function collected stand in tables with the columns person_id, device_id, function and open. Closing
-- and opening set `open` on all of them in the transaction that does it; row policies hide what is not open.
create function kernel.withhold(in_person uuid, in_device uuid, in_function text, in_open boolean) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  place regclass;
  touched integer;
  total integer := 0;
begin
  for place in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and c.relkind in ('r', 'p') and not c.relispartition
        and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
             and a.attname in ('person_id', 'device_id', 'function', 'open')) = 4
  loop
    execute format('update %s set open = $4 where person_id = $1 and device_id = $2 and function = $3', place)
      using in_person, in_device, in_function, in_open;
    get diagnostics touched = row_count;
    total := total + touched;
  end loop;
  return total;
end $$;

-- Whether a function is open for the operation's person on this device, held so until the operation ends: a closing
-- at the same moment waits, and then finds the row that was collected.
create function kernel.hold_opening(in_device uuid, in_function text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  perform 1 from kernel.opening o where o.person_id = kernel.subject() and o.function = in_function
    and o.device_id = in_device and o.open for share;
  return found;
end $$;

-- How many rows are withheld from everybody but the person, by the function that collected them on this device.
create function kernel.own_withheld(in_device uuid) returns table (function text, rows integer)
  language plpgsql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  place regclass;
begin
  for place in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and c.relkind in ('r', 'p') and not c.relispartition
        and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
             and a.attname in ('person_id', 'device_id', 'function', 'open')) = 4
  loop
    return query execute format('select t.function, count(*)::integer from %s t where t.person_id = $1
      and t.device_id = $2 and not t.open group by t.function', place) using kernel.subject(), in_device;
  end loop;
end $$;

-- Withheld rows whose keys are shredded go; the kernel's own login only.
create function kernel.drop_withheld(in_person uuid, in_device uuid, in_function text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  place regclass;
  touched integer;
  total integer := 0;
begin
  for place in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and c.relkind in ('r', 'p') and not c.relispartition
        and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
             and a.attname in ('person_id', 'device_id', 'function', 'open')) = 4
  loop
    execute format('delete from %s where person_id = $1 and device_id = $2 and function = $3 and not open', place)
      using in_person, in_device, in_function;
    get diagnostics touched = row_count;
    total := total + touched;
  end loop;
  update kernel.opening set shred_at = null
    where person_id = in_person and device_id = in_device and function = in_function;
  return total;
end $$;

-- What anybody may see of publication: the versions there were, and how often each clause was used on a day.
create function kernel.version_list() returns table (sequence integer, revision text, hash text, class text,
  changes text, published_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select v.sequence, v.revision, v.hash, v.class, v.changes, v.published_at
      from kernel.policy_version v order by v.sequence desc limit 200 $$;

create function kernel.uses_of(in_day date) returns table (clause text, uses bigint)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select c.clause, c.uses from kernel.use_count c where c.day = in_day $$;
