-- The written evidence of a matter, as a sealed document: who brought it, who looked at it, and that nobody approves what
-- they have not looked at. No purpose may touch these tables.

create table kernel.matter_evidence (
  matter uuid primary key references kernel.matter,
  -- Its name in the media store, and whose key it has; see kernel/operation/evidence.ts.
  item uuid not null unique,
  officer uuid not null references kernel.person,
  at timestamptz not null,
  -- Null while it arrives.
  type text check (type in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer check (bytes > 0),
  check ((type is null) = (bytes is null))
);

create table kernel.matter_evidence_look (
  matter uuid not null references kernel.matter,
  id uuid primary key,
  officer uuid not null references kernel.person,
  at timestamptz not null
);
create index matter_evidence_look_matter on kernel.matter_evidence_look (matter, officer);

-- Before each piece: the officer who proposed the matter brings it, while it waits for approval. The first piece begins
-- anew what did not arrive whole. Answers a refusal, or the item's id.
create function kernel.evidence_arrives(in_matter uuid, in_item uuid, in_first boolean, in_at timestamptz)
  returns table (refusal text, item uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  m kernel.matter%rowtype;
  e kernel.matter_evidence%rowtype;
begin
  select * into m from kernel.matter o where o.id = in_matter for update;
  if not found or not kernel.subject_is('privacy_officer') then
    return query select 'matter_unknown', null::uuid;
    return;
  end if;
  if m.proposed_by <> kernel.subject() then
    return query select 'not_own_matter', null::uuid;
    return;
  end if;
  if m.approved_by is not null or m.ended_at is not null then
    return query select 'matter_settled', null::uuid;
    return;
  end if;
  select * into e from kernel.matter_evidence o where o.matter = in_matter;
  if e.type is not null then
    return query select 'evidence_there', null::uuid;
    return;
  end if;
  if in_first then
    insert into kernel.matter_evidence as o (matter, item, officer, at)
      values (in_matter, in_item, kernel.subject(), in_at)
      on conflict (matter) do update set item = excluded.item, at = excluded.at;
    return query select null::text, in_item;
    return;
  end if;
  return query select case when e.item is null then 'evidence_lost' end, e.item;
end $$;

-- After the last piece: it is the evidence whose fingerprint was proposed, or it is none.
create function kernel.evidence_whole(in_matter uuid, in_item uuid, in_hash bytea, in_type text, in_bytes integer)
  returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not kernel.subject_is('privacy_officer') then
    return 'matter_unknown';
  end if;
  if not exists (select 1 from kernel.matter m where m.id = in_matter and m.evidence = in_hash
      and m.proposed_by = kernel.subject()) then
    return 'evidence_differs';
  end if;
  update kernel.matter_evidence e set type = in_type, bytes = in_bytes
    where e.matter = in_matter and e.item = in_item and e.type is null;
  return case when found then null else 'evidence_lost' end;
end $$;

-- Hands out where the evidence lies, and notes who looked. Nothing, where there is none.
create function kernel.look_at_evidence(in_matter uuid, in_id uuid, in_at timestamptz)
  returns table (item uuid, type text, bytes integer)
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not kernel.subject_is('privacy_officer') then
    return;
  end if;
  insert into kernel.matter_evidence_look (matter, id, officer, at)
    select e.matter, in_id, kernel.subject(), in_at from kernel.matter_evidence e
    where e.matter = in_matter and e.type is not null;
  return query select e.item, e.type, e.bytes from kernel.matter_evidence e
    where e.matter = in_matter and e.type is not null;
end $$;

-- For the list of matters: what is attached, and whether the acting officer has looked at it.
create function kernel.evidence_list() returns table (matter uuid, type text, bytes integer, seen boolean)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select e.matter, e.type, e.bytes, exists (select 1 from kernel.matter_evidence_look l
        where l.matter = e.matter and l.officer = kernel.subject())
      from kernel.matter_evidence e where e.type is not null and kernel.subject_is('privacy_officer')
      order by e.matter desc limit 200 $$;

-- As before, and who approves has looked at the evidence that is attached.
create or replace function kernel.approve_matter(in_id uuid, in_act uuid, in_at timestamptz) returns text
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
  if exists (select 1 from kernel.matter_evidence e where e.matter = in_id and e.type is not null)
      and not exists (select 1 from kernel.matter_evidence_look l where l.matter = in_id and l.officer = kernel.subject())
  then
    return 'evidence_unseen';
  end if;
  update kernel.matter o set approved_by = kernel.subject(), approved_at = in_at where o.id = in_id;
  insert into kernel.matter_act (matter, id, officer, act, at) values (in_id, in_act, kernel.subject(), 'approved', in_at);
  return null;
end $$;
