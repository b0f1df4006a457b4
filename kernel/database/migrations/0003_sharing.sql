-- The register of third parties and what was handed to them. No purpose may write these tables: the functions below
-- say what stands, and note what is handed over.

-- The legal area that this database serves; personal data never crosses. Set at the installation, never changed.
create table kernel.deployment (
  single boolean primary key default true check (single),
  area text not null check (area in ('eu_ch', 'cn'))
);

create table kernel.recipient (
  id uuid primary key,
  -- Which of the policy's recipients it is.
  kind text not null,
  -- The carrier of the settings that it stands behind; null: none.
  carrier text unique,
  name text not null check (name <> ''),
  work text not null check (work <> ''),
  area text not null check (area in ('eu_ch', 'cn')),
  contact text not null check (contact <> ''),
  -- `category.field` of all that it gets.
  fields text[] not null check (cardinality(fields) > 0),
  -- Confidentiality terms on file: first and last day in UTC, and the SHA-256 of the document, if there is one here.
  terms_from date,
  terms_until date check (terms_until >= terms_from),
  terms_hash bytea check (octet_length(terms_hash) = 32),
  ended_at timestamptz,
  -- The newest of its changes.
  change uuid not null,
  check ((terms_from is null) = (terms_until is null))
);

-- Every change of the register there was, with the entry as it stood then. No officer: it came from the settings.
create table kernel.recipient_change (
  recipient uuid not null references kernel.recipient,
  id uuid primary key,
  officer uuid references kernel.person,
  act text not null check (act in ('registered', 'changed', 'terms', 'ended')),
  entry jsonb not null,
  at timestamptz not null
);
create index recipient_change_recipient on kernel.recipient_change (recipient, id);

-- What was handed to whom, once for each person, third party, field and purpose: the record of each time is the ledger's.
create table kernel.sharing (
  person_id uuid not null references kernel.person,
  recipient uuid not null references kernel.recipient,
  field text not null,
  purpose text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null default 1,
  primary key (person_id, recipient, field, purpose)
);

-- The purpose that logged in, whoever's rights a function runs with.
create function kernel.login_purpose() returns text language sql stable parallel safe
  as $$ select substring(session_user::text from '[a-z]+$') $$;

create function kernel.policy_in_force() returns jsonb
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select v.policy::jsonb from kernel.published p join kernel.policy_version v using (sequence) $$;

-- Whether the operation's person is staff with this role.
create function kernel.subject_is(in_role text) returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select exists (select 1 from kernel.role r join kernel.person p on p.id = r.person_id
    where r.person_id = kernel.subject() and r.role = in_role and p.kind = 'staff' and p.erased_at is null)
$$;

-- Why this third party gets nothing now; null: its terms stand. Asked by the server's clock and by the database's own:
-- both days must lie within the terms.
create function kernel.terms_refusal(in_recipient uuid, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  entry kernel.recipient%rowtype;
  asked date := (in_at at time zone 'UTC')::date;
  today date := (clock_timestamp() at time zone 'UTC')::date;
begin
  select * into entry from kernel.recipient r where r.id = in_recipient and r.ended_at is null;
  if not found then
    return 'recipient_unknown';
  end if;
  if entry.area is distinct from (select d.area from kernel.deployment d) then
    return 'recipient_elsewhere';
  end if;
  if entry.terms_from is null then
    return 'terms_missing';
  end if;
  if asked is null or least(asked, today) < entry.terms_from or greatest(asked, today) > entry.terms_until then
    return 'terms_out_of_date';
  end if;
  return null;
end $$;

-- Notes that one field of the operation's person is handed over, or says why it is not. The policy in force must let
-- this purpose hand this category to this kind of third party, and the register must list the field, its terms standing.
create function kernel.hand_over(in_recipient uuid, in_field text, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  refusal text := kernel.terms_refusal(in_recipient, in_at);
  policy jsonb := kernel.policy_in_force();
  shape jsonb;
  listed text[];
begin
  if refusal is not null then
    return refusal;
  end if;
  select policy -> 'recipients' -> r.kind, r.fields into shape, listed
    from kernel.recipient r where r.id = in_recipient;
  if kernel.subject() is null
      or not coalesce(shape -> 'purposes' ? kernel.login_purpose(), false)
      or coalesce(policy -> 'clauses' -> (shape ->> 'clause') ->> 'built', 'not') = 'not' then
    return 'not_in_policy';
  end if;
  if not coalesce(in_field = any(listed), false)
      or not coalesce(shape -> 'categories' ? split_part(in_field, '.', 1), false) then
    return 'field_not_listed';
  end if;
  insert into kernel.sharing as s (person_id, recipient, field, purpose, first_at, last_at)
    values (kernel.subject(), in_recipient, in_field, kernel.login_purpose(), in_at, in_at)
    on conflict (person_id, recipient, field, purpose) do update set last_at = excluded.last_at, times = s.times + 1;
  return null;
end $$;

-- What the gate needs to know of a third party.
create function kernel.recipient_facts(in_recipient uuid) returns table (kind text, name text, area text,
  fields text[], terms_from text, terms_until text, ended boolean)
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select r.kind, r.name, r.area, r.fields, r.terms_from::text, r.terms_until::text, r.ended_at is not null
      from kernel.recipient r where r.id = in_recipient $$;

-- Why nothing leaves through this carrier of the settings now; null: its terms stand.
create function kernel.carry_refusal(in_carrier text, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  entry kernel.recipient%rowtype;
  policy jsonb := kernel.policy_in_force();
  shape jsonb;
begin
  select * into entry from kernel.recipient r where r.carrier = in_carrier;
  shape := policy -> 'recipients' -> entry.kind;
  if shape ->> 'role' is distinct from 'carrier'
      or coalesce(policy -> 'clauses' -> (shape ->> 'clause') ->> 'built', 'not') = 'not' then
    return 'recipient_unknown';
  end if;
  return kernel.terms_refusal(entry.id, in_at);
end $$;

-- Notes what a carrier carried to a person. A message without one (a code to an unknown address) names nobody.
create function kernel.note_carried(in_carrier text, in_person uuid, in_at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.sharing as s (person_id, recipient, field, purpose, first_at, last_at)
    select in_person, r.id, f.field, 'message', in_at, in_at
      from kernel.recipient r cross join lateral unnest(r.fields) as f (field)
      where r.carrier = in_carrier and in_person is not null
    on conflict (person_id, recipient, field, purpose) do update set last_at = excluded.last_at, times = s.times + 1
$$;

create function kernel.recipient_entry(in_entry kernel.recipient) returns jsonb
  language sql stable set search_path = pg_catalog, kernel, pg_temp
as $$ select to_jsonb(in_entry) - 'id' - 'change' || jsonb_build_object('terms_hash', encode(in_entry.terms_hash, 'hex')) $$;

-- Writes an entry as it is to stand, with its history, in the name of the officer who acts. Answers null or why it was
-- not written: `in_base` is the change that the writer had before them, null for a new entry.
create function kernel.put_recipient(in_id uuid, in_base uuid, in_change uuid, in_act text, in_entry jsonb,
  in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  entry kernel.recipient%rowtype;
  officer uuid := kernel.subject();
begin
  if not kernel.subject_is('privacy_officer') then
    return 'not_allowed';
  end if;
  select * into entry from kernel.recipient r where r.id = in_id for update;
  if entry.change is distinct from in_base then
    return 'state_changed';
  end if;
  entry := jsonb_populate_record(entry, in_entry - 'terms_hash');
  entry.id := in_id;
  entry.change := in_change;
  entry.terms_hash := decode(in_entry ->> 'terms_hash', 'hex');
  if in_base is null then
    insert into kernel.recipient select entry.*;
  else
    update kernel.recipient r set kind = entry.kind, carrier = entry.carrier, name = entry.name, work = entry.work,
      area = entry.area, contact = entry.contact, fields = entry.fields, terms_from = entry.terms_from,
      terms_until = entry.terms_until, terms_hash = entry.terms_hash, ended_at = entry.ended_at, change = entry.change
      where r.id = in_id;
  end if;
  insert into kernel.recipient_change (recipient, id, officer, act, entry, at)
    values (in_id, in_change, officer, in_act, kernel.recipient_entry(entry), in_at);
  return null;
exception when unique_violation then
  return 'carrier_taken';
end $$;

-- The carrier that the settings name, as long as the register says nothing of it. The kernel's own login only.
create function kernel.bring_carrier(in_id uuid, in_change uuid, in_entry jsonb, in_at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  entry kernel.recipient%rowtype;
begin
  entry := jsonb_populate_record(null::kernel.recipient, in_entry);
  entry.id := in_id;
  entry.change := in_change;
  entry.area := (select d.area from kernel.deployment d);
  insert into kernel.recipient select entry.* on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into kernel.recipient_change (recipient, id, act, entry, at)
    values (in_id, in_change, 'registered', kernel.recipient_entry(entry), in_at);
  return true;
end $$;

create function kernel.recipients() returns table (id uuid, change uuid, entry jsonb, people bigint)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select r.id, r.change, kernel.recipient_entry(r),
        (select count(distinct s.person_id) from kernel.sharing s where s.recipient = r.id)
      from kernel.recipient r order by r.ended_at is not null, r.name, r.id limit 500 $$;

create function kernel.recipient_changes(in_recipient uuid) returns table (id uuid, act text, entry jsonb,
  at timestamptz, by_settings boolean)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select c.id, c.act, c.entry, c.at, c.officer is null from kernel.recipient_change c
      where c.recipient = in_recipient order by c.id desc limit 200 $$;

-- How many messages wait because the carrier's terms do not stand: the error that delivery noted.
create function kernel.messages_held() returns integer
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select count(*)::integer from kernel.message m
      where m.last_error in ('recipient_unknown', 'recipient_elsewhere', 'terms_missing', 'terms_out_of_date') $$;

-- With whom the person's data was shared.
create function kernel.own_sharing() returns table (recipient uuid, kind text, name text, work text, contact text,
  fields text[], first_at timestamptz, last_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select r.id, r.kind, r.name, r.work, r.contact, array_agg(distinct s.field order by s.field), min(s.first_at),
        max(s.last_at)
      from kernel.sharing s join kernel.recipient r on r.id = s.recipient
      where s.person_id = kernel.subject() group by r.id order by max(s.last_at) desc limit 200 $$;
