-- Who has access to the console: looked at again at intervals, by somebody else; what staff have read; what the
-- operator sees to in rooms and on machines. Staff only, no data of a customer.

-- What a member of staff is called at work, so that whoever reviews knows whose access it is.
create table kernel.work_name (
  person_id uuid primary key references kernel.person,
  name text not null
);

create table kernel.access_review (
  person_id uuid not null references kernel.person,
  id uuid not null,
  role text not null,
  -- `asked`: the role of a privacy officer is taken away by two; the first has said so.
  verdict text not null check (verdict in ('kept', 'asked', 'taken')),
  reviewer uuid not null,
  at timestamptz not null,
  primary key (person_id, id)
);

create table kernel.training_note (
  person_id uuid not null references kernel.person,
  topic text not null,
  -- SHA-256 of the text that was read, in its language.
  hash bytea not null,
  at timestamptz not null,
  primary key (person_id, topic, hash)
);

create table kernel.premise_tick (
  id uuid primary key,
  item text not null,
  officer uuid not null,
  at timestamptz not null
);
create index premise_tick_item on kernel.premise_tick (item, at);

-- Names the operation's person, or, where they have no name yet, a member of staff who has just come in.
create function kernel.name_staff(in_person uuid, in_name text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  insert into kernel.work_name as w (person_id, name)
    select p.id, in_name from kernel.person p where p.id = in_person and p.kind = 'staff'
    on conflict (person_id) do update set name = excluded.name where w.person_id = kernel.subject();
end $$;

create function kernel.own_work_name() returns text
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select w.name from kernel.work_name w where w.person_id = kernel.subject() $$;

-- When a role was last looked at: when it was given, or the last time that somebody else kept it.
create function kernel.looked_at(in_person uuid, in_role text) returns timestamptz
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select greatest(r.granted_at, (select max(v.at) from kernel.access_review v
      where v.person_id = r.person_id and v.role = r.role and v.verdict = 'kept'))
    from kernel.role r where r.person_id = in_person and r.role = in_role
$$;

create function kernel.staff_access() returns table (person uuid, name text, role text, granted_at timestamptz,
  seen_at timestamptz, looked_at timestamptz, own boolean, asked_at timestamptz, asked_by_me boolean)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select r.person_id, w.name, r.role, r.granted_at,
      (select max(s.seen_at) from kernel.session s where s.person_id = r.person_id),
      kernel.looked_at(r.person_id, r.role), r.person_id = kernel.subject(), a.at, a.reviewer = kernel.subject()
    from kernel.role r join kernel.person p on p.id = r.person_id and p.kind = 'staff' and p.erased_at is null
    left join kernel.work_name w on w.person_id = r.person_id
    left join lateral (select v.at, v.reviewer from kernel.access_review v where v.person_id = r.person_id
      and v.role = r.role and v.verdict = 'asked' and v.at > kernel.looked_at(r.person_id, r.role)
      order by v.at desc limit 1) a on true
    where kernel.subject_is('privacy_officer') or kernel.subject_is('security')
    order by r.role, r.granted_at, r.person_id limit 500
$$;

-- Keeps a role or takes it away. Nobody reviews themself; an officer's role is taken away by two, and the last one
-- stays. Answers `kept`, `asked`, `taken`, or why nothing was changed. With a role every session of its holder ends.
create function kernel.review_access(in_id uuid, in_person uuid, in_role text, in_keep boolean, in_at timestamptz)
  returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  me uuid := kernel.subject();
  said text := 'kept';
begin
  if not (kernel.subject_is('privacy_officer') or kernel.subject_is('security')) then
    return 'not_allowed';
  end if;
  if in_person = me then
    return 'own_access';
  end if;
  -- All of them, in one order: two who take away at once come one after the other.
  perform 1 from kernel.role r order by r.person_id, r.role for update;
  if not exists (select 1 from kernel.role r where r.person_id = in_person and r.role = in_role) then
    return 'access_gone';
  end if;
  if not in_keep and in_role = 'privacy_officer' then
    if (select count(*) from kernel.staff_with('privacy_officer')) < 2 then
      return 'last_officer';
    end if;
    if not exists (select 1 from kernel.access_review v where v.person_id = in_person and v.role = in_role
        and v.verdict = 'asked' and v.reviewer <> me and v.at > kernel.looked_at(in_person, in_role)) then
      said := 'asked';
    end if;
  end if;
  if not in_keep and said <> 'asked' then
    said := 'taken';
  end if;
  insert into kernel.access_review (person_id, id, role, verdict, reviewer, at)
    values (in_person, in_id, in_role, said, me, in_at);
  if said = 'taken' then
    delete from kernel.role r where r.person_id = in_person and r.role = in_role;
    update kernel.session s set ended_at = now() where s.person_id = in_person and s.ended_at is null;
  end if;
  return said;
end $$;

create function kernel.own_training() returns table (topic text, hash bytea, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select t.topic, t.hash, t.at from kernel.training_note t where t.person_id = kernel.subject() $$;

create function kernel.note_training(in_topic text, in_hash bytea, in_at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.training_note as t (person_id, topic, hash, at)
    select p.id, in_topic, in_hash, in_at from kernel.person p where p.id = kernel.subject() and p.kind = 'staff'
    on conflict (person_id, topic, hash) do update set at = greatest(t.at, excluded.at)
$$;

create function kernel.premises() returns table (item text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select t.item, max(t.at) from kernel.premise_tick t group by t.item $$;

-- False: whoever acts may not.
create function kernel.tick_premise(in_id uuid, in_item text, in_at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not (kernel.subject_is('privacy_officer') or kernel.subject_is('administrator')) then
    return false;
  end if;
  insert into kernel.premise_tick (id, item, officer, at) values (in_id, in_item, kernel.subject(), in_at);
  return true;
end $$;

-- Everything that was done about access, the newest first.
create function kernel.access_history() returns table (at timestamptz, act text, what text, who text, whom text)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select h.at, h.act, h.what, coalesce(w.name, right(h.who::text, 6)), coalesce(m.name, right(h.whom::text, 6)) from (
      select v.at, v.verdict, v.role, v.reviewer, v.person_id from kernel.access_review v
      union all select r.granted_at, 'granted', r.role, null::uuid, r.person_id from kernel.role r
      union all select t.at, 'read', t.topic, t.person_id, null::uuid from kernel.training_note t
      union all select k.at, 'ticked', k.item, k.officer, null::uuid from kernel.premise_tick k
    ) h (at, act, what, who, whom)
    left join kernel.work_name w on w.person_id = h.who left join kernel.work_name m on m.person_id = h.whom
    where kernel.subject_is('privacy_officer') or kernel.subject_is('security')
    order by h.at desc, h.act, h.what limit 2000
$$;

-- What is watched: times and names of roles, topics and items; nobody is in it.
create function kernel.access_facts() returns json
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select json_build_object(
    'roles', coalesce((select json_agg(json_build_array(r.role, kernel.looked_at(r.person_id, r.role)))
      from kernel.role r join kernel.person p on p.id = r.person_id and p.kind = 'staff' and p.erased_at is null), '[]'),
    'people', coalesce((select json_agg(json_build_array(
        (select json_agg(r.role) from kernel.role r where r.person_id = p.id),
        (select min(r.granted_at) from kernel.role r where r.person_id = p.id),
        (select json_agg(json_build_array(t.topic, encode(t.hash, 'hex'), t.at)) from kernel.training_note t
          where t.person_id = p.id)))
      from kernel.person p where p.kind = 'staff' and p.erased_at is null
        and exists (select 1 from kernel.role r where r.person_id = p.id)), '[]'),
    'premises', coalesce((select json_agg(json_build_array(k.item, k.at)) from kernel.premises() k), '[]'))
$$;
