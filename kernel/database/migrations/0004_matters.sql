-- Legal exceptions: matters, who stands behind them, and what was read by them. No purpose may touch these tables.

create table kernel.matter (
  id uuid primary key,
  ground text not null,
  name text not null unique check (name <> ''),
  -- Lawful basis, as the policy lists it for the legal area, and the exact provision or order.
  basis text not null,
  provision text not null check (provision <> ''),
  area text not null check (area in ('eu_ch', 'cn')),
  purpose text not null,
  roles text[] not null check (cardinality(roles) > 0),
  categories text[] not null check (cardinality(categories) > 0),
  -- SHA-256 of the written evidence.
  evidence bytea not null check (octet_length(evidence) = 32),
  proposed_by uuid not null references kernel.person,
  proposed_at timestamptz not null,
  approved_by uuid references kernel.person check (approved_by <> proposed_by),
  approved_at timestamptz,
  -- Last day, in UTC.
  ends_on date not null,
  ended_at timestamptz,
  -- From this day on the persons are told; null: not while this stands.
  tell_from date,
  -- Keeps what a closed function left from being shredded while the matter stands.
  keeps_withheld boolean not null,
  check ((approved_by is null) = (approved_at is null))
);

create table kernel.matter_person (
  person_id uuid not null references kernel.person,
  matter uuid not null references kernel.matter,
  primary key (person_id, matter)
);
create index matter_person_matter on kernel.matter_person (matter, person_id);

create table kernel.matter_act (
  matter uuid not null references kernel.matter,
  id uuid primary key,
  officer uuid not null references kernel.person,
  act text not null check (act in ('proposed', 'approved', 'ended', 'telling')),
  day date,
  at timestamptz not null
);
create index matter_act_matter on kernel.matter_act (matter, id);

-- Records of uses by a matter, each the person's own, sealed like those in kernel.record; shown once they may be told.
create table kernel.matter_record (
  person_id uuid not null references kernel.person,
  id uuid not null,
  at timestamptz not null,
  leaf_id uuid not null,
  matter uuid not null references kernel.matter,
  sealed bytea not null,
  primary key (person_id, id)
);

-- Whether the policy in force lets a matter on this ground be for this purpose and these categories, on this basis here.
create function kernel.matter_fits(in_ground text, in_basis text, in_purpose text, in_categories text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select coalesce(g.shape -> 'matter' -> 'bases' -> (select d.area from kernel.deployment d) ? in_basis
      and g.shape -> 'matter' -> 'purposes' ? in_purpose
      and g.shape -> 'matter' -> 'categories' ?& in_categories
      and p.policy -> 'clauses' -> (g.shape ->> 'clause') ->> 'built' <> 'not', false)
    from (select kernel.policy_in_force() as policy) p
    cross join lateral (select p.policy -> 'exceptions' -> in_ground as shape) g
$$;

-- Whether a matter lets the purpose that logged in read this category of this person now: by the server's clock and by
-- the database's own.
create function kernel.matter_stands(in_matter uuid, in_person uuid, in_category text, in_at timestamptz) returns boolean
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select exists (select 1 from kernel.matter m
    join kernel.matter_person mp on mp.matter = m.id join kernel.person p on p.id = mp.person_id
    where m.id = in_matter and mp.person_id = in_person and p.erased_at is null
      and m.approved_by is not null and m.ended_at is null
      and greatest((in_at at time zone 'UTC')::date, (clock_timestamp() at time zone 'UTC')::date) <= m.ends_on
      and in_at is not null and m.area = (select d.area from kernel.deployment d)
      and m.purpose = kernel.login_purpose() and in_category = any(m.categories)
      and kernel.matter_fits(m.ground, m.basis, m.purpose, m.categories))
$$;

-- Columns that hold boxes of a category in tables of persons' rows, as the schema's comments say.
create function kernel.places_of(in_category text) returns table (place regclass, box name, by_function boolean)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select c.oid::regclass, a.attname,
    exists (select 1 from pg_attribute f where f.attrelid = c.oid and f.attname = 'function' and not f.attisdropped)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where n.nspname = 'app' and c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
    and a.atttypid = 'bytea'::regtype and a.attname like 'sealed%'
    and coalesce(substring(col_description(c.oid, a.attnum) from 'category: *([a-z_]+)'),
      substring(obj_description(c.oid, 'pg_class') from 'category: *([a-z_]+)')) = in_category
    and (select count(*) from pg_attribute k where k.attrelid = c.oid and k.attname in ('person_id', 'id')
      and not k.attisdropped) = 2
$$;

-- The boxes of one person and category that a standing matter names, and no other. What a closed function left is not
-- among them. Opens nothing: the kernel does, with the matter standing.
create function kernel.matter_boxes(in_matter uuid, in_person uuid, in_category text, in_at timestamptz)
  returns table (place text, id uuid, person_id uuid, function text, device_id uuid, sealed bytea)
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  one record;
begin
  if not kernel.matter_stands(in_matter, in_person, in_category, in_at) then
    return;
  end if;
  for one in select * from kernel.places_of(in_category) loop
    return query execute format(
      'select %L, t.id, t.person_id, %s, %s, t.%I from %s t where t.person_id = $1 %s order by t.id limit 200',
      one.place::text, case when one.by_function then 't.function' else 'null::text' end,
      case when one.by_function then 't.device_id' else 'null::uuid' end, one.box, one.place,
      case when one.by_function then 'and t.open' else '' end) using in_person;
  end loop;
end $$;

-- What the gate needs to know of a matter, and whether it names a person. For the purpose that it is for, and for
-- privacy officers.
create function kernel.matter_facts(in_matter uuid) returns table (id uuid, name text, ground text, basis text, area text,
  purpose text, roles text[], categories text[], evidence bytea, proposed_by uuid, approved_by uuid, ends_on text,
  ended boolean)
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select m.id, m.name, m.ground, m.basis, m.area, m.purpose, m.roles, m.categories, m.evidence, m.proposed_by,
        m.approved_by, m.ends_on::text, m.ended_at is not null
      from kernel.matter m where m.id = in_matter $$;

create function kernel.matter_people(in_matter uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select mp.person_id from kernel.matter_person mp where mp.matter = in_matter order by mp.person_id limit 1000 $$;

-- Records of a use by a matter, one for each person that its leaf commits to.
create function kernel.note_matter(in_matter uuid, in_leaf uuid, in_at timestamptz, in_people uuid[], in_ids uuid[],
  in_sealed bytea[]) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.matter_record (person_id, id, at, leaf_id, matter, sealed)
    select n.person_id, n.id, in_at, in_leaf, in_matter, n.sealed
      from unnest(in_people, in_ids, in_sealed) as n (person_id, id, sealed)
$$;

-- Proposes a matter in the name of the officer who acts. Answers null, or the code of what is missing; for a person that
-- does not exist, `person_unknown:` and their place in the list.
create function kernel.propose_matter(in_id uuid, in_act uuid, in_matter jsonb, in_people bytea[], in_at timestamptz)
  returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  m kernel.matter%rowtype := jsonb_populate_record(null::kernel.matter, in_matter - 'evidence');
  ground jsonb := kernel.policy_in_force() -> 'exceptions' -> (in_matter ->> 'ground');
  today date := greatest((in_at at time zone 'UTC')::date, (clock_timestamp() at time zone 'UTC')::date);
  unknown integer;
begin
  if not kernel.subject_is('privacy_officer') then
    return 'not_allowed';
  end if;
  if not coalesce(ground -> 'matter' -> 'bases' -> (select d.area from kernel.deployment d) ? m.basis, false) then
    return 'no_basis';
  end if;
  if not kernel.matter_fits(m.ground, m.basis, m.purpose, m.categories) then
    return 'not_in_policy';
  end if;
  if coalesce(in_matter ->> 'evidence', '') !~ '^[0-9a-f]{64}$' then
    return 'evidence_missing';
  end if;
  if m.ends_on is null or m.ends_on < today then
    return 'end_past';
  end if;
  if m.ends_on > today + (ground -> 'matter' ->> 'longest_days')::integer then
    return 'end_too_far';
  end if;
  if coalesce(m.keeps_withheld, false) and not (ground -> 'matter' ->> 'keeps_withheld')::boolean then
    return 'not_in_policy';
  end if;
  select min(n.place) into unknown from unnest(in_people) with ordinality as n (hash, place)
    where not exists (select 1 from kernel.identifier i join kernel.person p on p.id = i.person_id
      where i.hash = n.hash and p.erased_at is null);
  if unknown is not null then
    return 'person_unknown:' || unknown;
  end if;
  if cardinality(in_people) = 0 then
    return 'person_unknown:1';
  end if;
  if exists (select 1 from kernel.matter o where o.name = m.name) then
    return 'name_taken';
  end if;
  insert into kernel.matter (id, ground, name, basis, provision, area, purpose, roles, categories, evidence, proposed_by,
      proposed_at, ends_on, tell_from, keeps_withheld)
    select in_id, m.ground, m.name, m.basis, m.provision, d.area, m.purpose, m.roles, m.categories,
      decode(in_matter ->> 'evidence', 'hex'), kernel.subject(), in_at, m.ends_on, m.tell_from,
      coalesce(m.keeps_withheld, false)
    from kernel.deployment d;
  insert into kernel.matter_person (person_id, matter)
    select distinct i.person_id, in_id from kernel.identifier i where i.hash = any(in_people);
  insert into kernel.matter_act (matter, id, officer, act, at) values (in_id, in_act, kernel.subject(), 'proposed', in_at);
  return null;
exception when unique_violation then
  return 'name_taken';
end $$;

-- The second of two: never the one who proposed it. The row is held, so that of two at the same moment one comes second.
create function kernel.approve_matter(in_id uuid, in_act uuid, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  m kernel.matter%rowtype;
  today date := greatest((in_at at time zone 'UTC')::date, (clock_timestamp() at time zone 'UTC')::date);
begin
  if not kernel.subject_is('privacy_officer') then
    return 'not_allowed';
  end if;
  select * into m from kernel.matter o where o.id = in_id for update;
  if not found then
    return 'matter_unknown';
  end if;
  if m.approved_by is not null then
    return 'already_approved';
  end if;
  if m.proposed_by = kernel.subject() then
    return 'own_proposal';
  end if;
  if m.ended_at is not null then
    return 'matter_ended';
  end if;
  if m.ends_on < today then
    return 'end_past';
  end if;
  if not kernel.matter_fits(m.ground, m.basis, m.purpose, m.categories) then
    return 'not_in_policy';
  end if;
  update kernel.matter o set approved_by = kernel.subject(), approved_at = in_at where o.id = in_id;
  insert into kernel.matter_act (matter, id, officer, act, at) values (in_id, in_act, kernel.subject(), 'approved', in_at);
  return null;
end $$;

-- Ends a matter before its last day; one officer is enough.
create function kernel.end_matter(in_id uuid, in_act uuid, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not kernel.subject_is('privacy_officer') then
    return 'not_allowed';
  end if;
  update kernel.matter o set ended_at = in_at where o.id = in_id and o.ended_at is null;
  if not found then
    return case when exists (select 1 from kernel.matter o where o.id = in_id) then 'matter_ended' else 'matter_unknown' end;
  end if;
  insert into kernel.matter_act (matter, id, officer, act, at) values (in_id, in_act, kernel.subject(), 'ended', in_at);
  return null;
end $$;

-- From which day on the persons are told; null: not yet known.
create function kernel.tell_matter(in_id uuid, in_act uuid, in_day date, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not kernel.subject_is('privacy_officer') then
    return 'not_allowed';
  end if;
  update kernel.matter o set tell_from = in_day where o.id = in_id;
  if not found then
    return 'matter_unknown';
  end if;
  insert into kernel.matter_act (matter, id, officer, act, day, at)
    values (in_id, in_act, kernel.subject(), 'telling', in_day, in_at);
  return null;
end $$;

-- All matters, newest first, with what the acting officer may do about each.
create function kernel.matters() returns table (id uuid, ground text, name text, basis text, provision text, purpose text,
  roles text[], categories text[], evidence bytea, proposed_at timestamptz, approved_at timestamptz, ends_on text,
  ended_at timestamptz, tell_from text, keeps_withheld boolean, people integer, own boolean, acts jsonb)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select m.id, m.ground, m.name, m.basis, m.provision, m.purpose, m.roles, m.categories, m.evidence, m.proposed_at,
        m.approved_at, m.ends_on::text, m.ended_at, m.tell_from::text, m.keeps_withheld,
        (select count(*)::integer from kernel.matter_person mp where mp.matter = m.id), m.proposed_by = kernel.subject(),
        (select jsonb_agg(jsonb_build_object('act', a.act, 'at', a.at, 'day', a.day,
          'own', a.officer = kernel.subject()) order by a.id) from kernel.matter_act a where a.matter = m.id)
      from kernel.matter m order by m.id desc limit 200 $$;

-- The matters that stand for the purpose that logged in, with the number of their persons.
create function kernel.standing_matters(in_at timestamptz) returns table (id uuid, ground text, name text, roles text[],
  categories text[], ends_on text, people integer)
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select m.id, m.ground, m.name, m.roles, m.categories, m.ends_on::text,
        (select count(*)::integer from kernel.matter_person mp where mp.matter = m.id)
      from kernel.matter m where m.purpose = kernel.login_purpose() and m.approved_by is not null and m.ended_at is null
        and greatest((in_at at time zone 'UTC')::date, (clock_timestamp() at time zone 'UTC')::date) <= m.ends_on
      order by m.id desc limit 200 $$;

-- How many matters were approved on each ground in each year. No person in it.
create function kernel.matter_counts() returns table (ground text, year integer, matters integer)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select m.ground, extract(year from m.approved_at at time zone 'UTC')::integer, count(*)::integer
      from kernel.matter m where m.approved_at is not null group by 1, 2 order by 1, 2 $$;

-- Whether the persons of a matter may be told by now.
create function kernel.is_told(in_matter uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select exists (select 1 from kernel.matter m where m.id = in_matter
        and m.tell_from <= (now() at time zone 'UTC')::date) $$;

create function kernel.own_matters() returns table (id uuid, ground text, name text, basis text, provision text,
  purpose text, categories text[], evidence bytea, approved_at timestamptz, ends_on text, ended_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select m.id, m.ground, m.name, m.basis, m.provision, m.purpose, m.categories, m.evidence, m.approved_at,
        m.ends_on::text, m.ended_at
      from kernel.matter m join kernel.matter_person mp on mp.matter = m.id
      where mp.person_id = kernel.subject() and m.approved_at is not null and kernel.is_told(m.id)
      order by m.id desc limit 200 $$;

-- The person's records, those of matters among them as soon as they may be told.
create or replace function kernel.own_records(in_before uuid, in_limit integer) returns table (id uuid, at timestamptz,
  leaf_id uuid, sealed bytea)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select * from (
    (select r.id, r.at, r.leaf_id, r.sealed from kernel.record r where r.person_id = kernel.subject()
      and (in_before is null or r.id < in_before) order by r.id desc limit least(in_limit, 200))
    union all
    (select m.id, m.at, m.leaf_id, m.sealed from kernel.matter_record m where m.person_id = kernel.subject()
      and (in_before is null or m.id < in_before) and kernel.is_told(m.matter)
      order by m.id desc limit least(in_limit, 200))) every_record
  order by id desc limit least(in_limit, 200)
$$;

create or replace function kernel.own_record(in_id uuid) returns table (id uuid, at timestamptz, leaf_id uuid, sealed bytea)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select r.id, r.at, r.leaf_id, r.sealed from kernel.record r where r.person_id = kernel.subject() and r.id = in_id
  union all
  select m.id, m.at, m.leaf_id, m.sealed from kernel.matter_record m
    where m.person_id = kernel.subject() and m.id = in_id and kernel.is_told(m.matter)
$$;

-- Whether a recorded legal claim needs what a closed function left of a person on a device. The kernel's login only.
create function kernel.claim_keeps(in_person uuid, in_device uuid, in_function text, in_at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  one record;
  kept boolean;
begin
  for one in select pl.place from kernel.matter m join kernel.matter_person mp on mp.matter = m.id
      cross join lateral unnest(m.categories) as c (category) cross join lateral kernel.places_of(c.category) pl
      where mp.person_id = in_person and m.keeps_withheld and m.approved_by is not null and m.ended_at is null
        and greatest((in_at at time zone 'UTC')::date, (clock_timestamp() at time zone 'UTC')::date) <= m.ends_on
        and pl.by_function
  loop
    execute format('select exists (select 1 from %s t where t.person_id = $1 and t.device_id = $2 and t.function = $3)',
      one.place) into kept using in_person, in_device, in_function;
    if kept then
      return true;
    end if;
  end loop;
  return false;
end $$;

-- The same for the person themself, who wants it gone: the duty to keep wins, and is said.
create function kernel.own_claim(in_device uuid, in_function text) returns boolean
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select kernel.claim_keeps(kernel.subject(), in_device, in_function, clock_timestamp()) $$;
