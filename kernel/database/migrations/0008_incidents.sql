-- Incidents: named, in a window of time, proposed by one and approved by another. Only while one stands are addresses of
-- the operation log opened, of its window alone; and people are told of it, where it says with which words.

create table kernel.incident (
  id uuid primary key,
  name text not null unique,
  why text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- What people are told, by language; null: they are not told.
  words jsonb,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  -- Nothing is opened from then on.
  ends_at timestamptz,
  ended_at timestamptz,
  check (until_at > from_at and until_at <= from_at + interval '7 days'),
  check (approved_by is distinct from proposed_by or approved_by is null)
);

create table kernel.incident_look (
  id uuid primary key,
  incident uuid not null references kernel.incident,
  officer uuid not null,
  at timestamptz not null,
  rows integer not null
);
create index incident_look_incident on kernel.incident_look (incident, id);

-- Whether whoever acts may have to do with incidents.
create function kernel.handles_incidents() returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select kernel.subject_is('security') or kernel.subject_is('privacy_officer') $$;

-- Answers null, or why it was not written.
create function kernel.propose_incident(in_id uuid, in_name text, in_why text, in_from timestamptz,
  in_until timestamptz, in_words jsonb, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not kernel.handles_incidents() then
    return 'not_allowed';
  end if;
  insert into kernel.incident (id, name, why, from_at, until_at, words, proposed_by, proposed_at)
    values (in_id, in_name, in_why, in_from, in_until, in_words, kernel.subject(), in_at);
  return null;
exception
  when unique_violation then return 'incident_name_taken';
  when check_violation then return 'window_too_long';
end $$;

create function kernel.approve_incident(in_id uuid, in_ends timestamptz, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  found kernel.incident%rowtype;
begin
  if not kernel.handles_incidents() then
    return 'not_allowed';
  end if;
  select * into found from kernel.incident i where i.id = in_id for update;
  if found.id is null then
    return 'incident_unknown';
  end if;
  if found.approved_at is not null or found.ended_at is not null then
    return 'incident_decided';
  end if;
  if found.proposed_by = kernel.subject() then
    return 'own_incident';
  end if;
  update kernel.incident i set approved_by = kernel.subject(), approved_at = in_at, ends_at = in_ends where i.id = in_id;
  return null;
end $$;

-- Ends one that stands, or refuses one that was proposed.
create function kernel.end_incident(in_id uuid, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not kernel.handles_incidents() then
    return 'not_allowed';
  end if;
  update kernel.incident i set ended_at = in_at where i.id = in_id and i.ended_at is null;
  return case when found then null else 'incident_unknown' end;
end $$;

create function kernel.incidents() returns table (id uuid, name text, why text, from_at timestamptz,
  until_at timestamptz, words jsonb, proposed_at timestamptz, own boolean, approved_at timestamptz,
  ends_at timestamptz, ended_at timestamptz, looks json)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select i.id, i.name, i.why, i.from_at, i.until_at, i.words, i.proposed_at, i.proposed_by = kernel.subject(),
      i.approved_at, i.ends_at, i.ended_at,
      coalesce((select json_agg(json_build_array(l.at, l.rows) order by l.id desc) from kernel.incident_look l
        where l.incident = i.id), '[]')
    from kernel.incident i where kernel.handles_incidents() order by i.proposed_at desc, i.id limit 200
$$;

-- The window of an incident that stands, for security alone; no row: none stands.
create function kernel.incident_window(in_id uuid, in_at timestamptz) returns table (from_at timestamptz,
  until_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select i.from_at, i.until_at from kernel.incident i
    where i.id = in_id and kernel.subject_is('security') and i.approved_at is not null and i.ended_at is null
      and i.ends_at > in_at and i.ends_at > now()
$$;

-- Whether some incident stands whose window holds a moment: what the row policy of the log asks.
create function kernel.incident_covers(in_moment timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select exists (select 1 from kernel.incident i where in_moment between i.from_at and i.until_at
    and i.approved_at is not null and i.ended_at is null and i.ends_at > now())
$$;

create function kernel.note_unsealing(in_id uuid, in_incident uuid, in_rows integer, in_at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ insert into kernel.incident_look (id, incident, officer, at, rows)
        values (in_id, in_incident, kernel.subject(), in_at, in_rows) $$;

-- For the mailing: what people are to be told, and persons after one, in the order of their ids.
create function kernel.incidents_to_tell() returns table (id uuid, words jsonb)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select i.id, i.words from kernel.incident i where i.words is not null and i.approved_at is not null
      order by i.approved_at desc, i.id limit 50 $$;

create function kernel.people_after(in_after uuid, in_limit integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select p.id from kernel.person p where p.kind = 'customer' and p.erased_at is null and p.id > in_after
      order by p.id limit least(in_limit, 1000) $$;
