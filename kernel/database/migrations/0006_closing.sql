-- Accounts that their person closed, until they are erased or taken back.
create table kernel.closing (
  person_id uuid primary key references kernel.person,
  closed_at timestamptz not null,
  erase_at timestamptz not null
);
create index closing_due on kernel.closing (erase_at);

-- As before, with one thing more at the end: when the account will be erased, in Unix seconds, where its person closed
-- it. Answers [sequence, hash, person, kind, device, created, fresh, accepted, openings, roles, erased at].
create or replace function kernel.enter(in_token_hash bytea) returns json
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
          (select json_agg(r.role) from kernel.role r where r.person_id = s.person_id) end,
        (select extract(epoch from c.erase_at) from kernel.closing c where c.person_id = s.person_id)),
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

-- Closes the account of the operation's person and ends every session of theirs; closed twice, the first time holds.
-- Answers when it will be erased; null for staff, who are let go by an administrator.
create function kernel.close_account(in_at timestamptz, in_days integer) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  due timestamptz;
begin
  insert into kernel.closing (person_id, closed_at, erase_at)
    select p.id, in_at, in_at + make_interval(days => in_days) from kernel.person p
      where p.id = kernel.subject() and p.kind = 'customer' and p.erased_at is null
    on conflict (person_id) do nothing;
  select c.erase_at into due from kernel.closing c where c.person_id = kernel.subject();
  if due is not null then
    update kernel.session s set ended_at = now() where s.person_id = kernel.subject() and s.ended_at is null;
  end if;
  return due;
end $$;

-- Takes the closing back. False: there is nothing to take back any more.
create function kernel.reopen_account(in_at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  delete from kernel.closing c where c.person_id = kernel.subject() and c.erase_at > in_at;
  return found;
end $$;

-- Whether a matter that stands on that day names the person: what it rests on is kept until it has ended.
create function kernel.matter_names(in_person uuid, in_at timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select exists (
  select 1 from kernel.matter m join kernel.matter_person mp on mp.matter = m.id
  where mp.person_id = in_person and m.approved_by is not null and m.ended_at is null
    and (in_at at time zone 'UTC')::date <= m.ends_on) $$;

-- Takes away every row of a person, wherever there is one but in `closing`, and leaves the bare number of who was
-- there, marked as erased: nobody comes in under it again. Answers how many rows went. The kernel's own login only.
create function kernel.erase_person(in_person uuid) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  place regclass;
  touched integer;
  gone integer := 0;
begin
  for place in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
      where n.nspname in ('app', 'kernel') and c.relkind in ('r', 'p') and not c.relispartition
        and c.oid <> 'kernel.closing'::regclass
      order by c.oid
  loop
    execute format('delete from %s where person_id = $1', place) using in_person;
    get diagnostics touched = row_count;
    gone := gone + touched;
  end loop;
  update kernel.person p set erased_at = coalesce(p.erased_at, now()) where p.id = in_person;
  return gone;
end $$;
