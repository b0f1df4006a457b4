-- Requests of people about their data: by the person of an account, or by whoever proved an address. Their words are
-- sealed under a key of the request alone, so that they outlive an account that is erased, and no longer than the law
-- asks. What an operation may do with the words of one it says first, by `hold_request`.

create table kernel.request (
  id uuid primary key,
  kind text not null check (kind in ('access', 'correction', 'objection', 'erasure', 'recovery')),
  -- The bare number of the account; null: nobody's.
  asker uuid,
  -- Keyed hash of the address that was proved; null: asked in a session.
  address bytea,
  language text not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  extended_at timestamptz,
  taken_by uuid,
  closed_at timestamptz,
  outcome text check (outcome in ('answered', 'refused', 'withdrawn')),
  check ((closed_at is null) = (outcome is null)),
  check (asker is not null or address is not null)
);
create index request_open on kernel.request (due_at, id) where closed_at is null;
create index request_closed on kernel.request (closed_at) where closed_at is not null;
create index request_asker on kernel.request (asker, id) where asker is not null;
create index request_address on kernel.request (address, id) where address is not null;

-- Every step of each.
create table kernel.request_act (
  request uuid not null references kernel.request on delete cascade,
  id uuid not null,
  act text not null,
  -- Staff; null: whoever asked, or the system.
  officer uuid,
  at timestamptz not null,
  primary key (request, id)
);

-- What a request to get an account back asks for. The account is found by what was said of it, not named.
create table kernel.recovery (
  request uuid primary key references kernel.request on delete cascade,
  -- Null: there is no such account, which is told to nobody.
  account uuid,
  -- The new way in: keyed hash and kind of the address that was proved.
  identifier bytea not null,
  identifier_kind text not null check (identifier_kind in ('email', 'phone')),
  -- What was said, and whether it fits: nobody sees more of the account than that.
  facts jsonb not null,
  second_factors text not null default 'kept' check (second_factors in ('kept', 'lost')),
  first_by uuid,
  first_at timestamptz,
  second_by uuid,
  second_at timestamptz,
  -- From then on it is carried out, unless the account's person stopped it.
  waits_until timestamptz,
  stopped_at timestamptz,
  done_at timestamptz,
  check (second_by is distinct from first_by or second_by is null)
);
create index recovery_account on kernel.recovery (account) where account is not null;
create index recovery_waits on kernel.recovery (waits_until) where done_at is null and stopped_at is null;

-- The request that the operation holds; what row policies ask.
create function kernel.held_request() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('axent.request', true), '')::uuid $$;

create function kernel.note_act(in_request uuid, in_act text, in_at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.request_act (request, id, act, officer, at)
    values (in_request, gen_random_uuid(), in_act,
      case when kernel.subject_is('privacy_officer') then kernel.subject() end, in_at)
$$;

-- Files one and holds it. `in_identifier`: how the account of the proved address would be found. Answers null, or why
-- it was not written.
create function kernel.file_request(in_id uuid, in_kind text, in_address bytea, in_identifier bytea, in_language text,
  in_at timestamptz, in_due timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  who uuid := (select p.id from kernel.person p where p.id = kernel.subject() and p.kind = 'customer');
begin
  -- Who has lost the way in proves an address that is not the account's.
  if who is null and in_kind <> 'recovery' then
    select i.person_id into who from kernel.identifier i join kernel.person p on p.id = i.person_id
      where i.hash = in_identifier and p.kind = 'customer' and p.erased_at is null;
  end if;
  -- Two at once are counted one after the other.
  perform pg_advisory_xact_lock(4216, hashtext(coalesce(encode(in_address, 'hex'), who::text)));
  if (select count(*) from kernel.request r where r.closed_at is null
      and ((in_address is not null and r.address = in_address) or (in_address is null and r.asker = who))) >= 10 then
    return 'requests_open';
  end if;
  insert into kernel.request (id, kind, asker, address, language, received_at, due_at)
    values (in_id, in_kind, who, in_address, in_language, in_at, in_due);
  perform kernel.note_act(in_id, 'received', in_at);
  perform set_config('axent.request', in_id::text, true);
  return null;
end $$;

-- Holds one, for the rest of the operation: whoever asked, by their session or the address that they prove again; the
-- officer who took it; any officer once it is closed, and one to get an account back while it waits for the second; the
-- system (nobody, for nobody) one that is to be carried out. No row: it is not theirs to hold.
create function kernel.hold_request(in_id uuid, in_address bytea, in_at timestamptz) returns table (kind text,
  asker uuid, language text)
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  return query select r.kind, r.asker, r.language from kernel.request r
    left join kernel.recovery v on v.request = r.id
    where r.id = in_id and (
      r.asker = kernel.subject()
      or r.address = in_address
      or (kernel.subject_is('privacy_officer')
        and (r.taken_by = kernel.subject() or r.closed_at is not null or v.first_at is not null))
      or (kernel.subject() is null and in_address is null and v.waits_until <= in_at and v.stopped_at is null
        and v.done_at is null));
  if found then
    perform set_config('axent.request', in_id::text, true);
  end if;
end $$;

-- An officer takes one, or takes it over. Answers null, or why not.
create function kernel.take_request(in_id uuid, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not kernel.subject_is('privacy_officer') then
    return 'not_allowed';
  end if;
  update kernel.request r set taken_by = kernel.subject() where r.id = in_id and r.closed_at is null
    and r.taken_by is distinct from kernel.subject();
  if not found then
    return case when exists (select 1 from kernel.request r where r.id = in_id and r.closed_at is null) then null
      else 'request_closed' end;
  end if;
  perform kernel.note_act(in_id, 'taken', in_at);
  return null;
end $$;

-- Once, and only by the officer who holds it.
create function kernel.extend_request(in_id uuid, in_due timestamptz, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not kernel.subject_is('privacy_officer') then
    return 'not_allowed';
  end if;
  update kernel.request r set due_at = in_due, extended_at = in_at where r.id = in_id and r.closed_at is null
    and r.taken_by = kernel.subject() and r.extended_at is null and r.due_at >= in_at;
  if not found then
    return coalesce((select case when r.closed_at is not null then 'request_closed'
        when r.taken_by is distinct from kernel.subject() then 'not_in_hand'
        when r.extended_at is not null then 'extended_already' else 'overdue' end
      from kernel.request r where r.id = in_id), 'request_unknown');
  end if;
  perform kernel.note_act(in_id, 'extended', in_at);
  return null;
end $$;

-- Answered or refused by the officer who holds it, withdrawn by whoever asked.
create function kernel.close_request(in_id uuid, in_outcome text, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  officer boolean := kernel.subject_is('privacy_officer');
begin
  if officer = (in_outcome = 'withdrawn') or kernel.held_request() is distinct from in_id then
    return 'not_allowed';
  end if;
  update kernel.request r set closed_at = in_at, outcome = in_outcome where r.id = in_id and r.closed_at is null
    and (not officer or r.taken_by = kernel.subject());
  if not found then
    return coalesce((select case when r.closed_at is not null then 'request_closed' else 'not_in_hand' end
      from kernel.request r where r.id = in_id), 'request_unknown');
  end if;
  if in_outcome <> 'answered' then
    update kernel.recovery v set stopped_at = in_at where v.request = in_id and v.done_at is null;
  end if;
  perform kernel.note_act(in_id, in_outcome, in_at);
  return null;
end $$;

-- What officers see of all requests: no word of them, and nobody's name.
create function kernel.request_queue() returns table (id uuid, kind text, has_account boolean, received_at timestamptz,
  due_at timestamptz, extended_at timestamptz, taken boolean, in_hand boolean, closed_at timestamptz, outcome text,
  acts json)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select r.id, r.kind, r.asker is not null, r.received_at, r.due_at, r.extended_at, r.taken_by is not null,
      coalesce(r.taken_by = kernel.subject(), false), r.closed_at, r.outcome,
      (select json_agg(json_build_array(a.act, a.at, coalesce(a.officer = kernel.subject(), false)) order by a.at, a.id)
        from kernel.request_act a where a.request = r.id)
    from kernel.request r where kernel.subject_is('privacy_officer')
    order by r.closed_at is not null, coalesce(-extract(epoch from r.closed_at), extract(epoch from r.due_at)), r.id
    limit 500
$$;

-- What whoever asked sees: of their session's account, or of the address that they prove again.
create function kernel.own_requests(in_address bytea) returns table (id uuid, kind text, received_at timestamptz,
  due_at timestamptz, extended_at timestamptz, taken boolean, closed_at timestamptz, outcome text, acts json)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select r.id, r.kind, r.received_at, r.due_at, r.extended_at, r.taken_by is not null, r.closed_at, r.outcome,
      (select json_agg(json_build_array(a.act, a.at) order by a.at, a.id) from kernel.request_act a
        where a.request = r.id)
    from kernel.request r
    where (r.asker = kernel.subject() or r.address = in_address) and not kernel.subject_is('privacy_officer')
    order by r.id desc limit 100
$$;

-- Closed so long ago that nothing asks for them any more; the kernel's own login only. Their keys go first.
create function kernel.requests_over(in_before timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select r.id from kernel.request r where r.closed_at < in_before order by r.closed_at limit 200 $$;

create function kernel.drop_requests(in_ids uuid[]) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  touched integer;
begin
  if to_regclass('app.request_entry') is not null then
    execute 'delete from app.request_entry where request = any ($1)' using in_ids;
  end if;
  delete from kernel.request r where r.id = any (in_ids);
  get diagnostics touched = row_count;
  return touched;
end $$;

-- What somebody says of the account that they cannot enter any more: its address, another one of it, the months in which
-- it was made and last used. Each is compared here; what is true is not answered.
create function kernel.file_recovery(in_request uuid, in_known bytea, in_other bytea, in_made date, in_used date,
  in_identifier bytea, in_kind text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  found uuid;
begin
  select i.person_id into found from kernel.identifier i join kernel.person p on p.id = i.person_id
    where i.hash = in_known and p.kind = 'customer' and p.erased_at is null;
  insert into kernel.recovery (request, account, identifier, identifier_kind, facts) values (
    in_request, found, in_identifier, in_kind, json_build_object(
      'address', found is not null,
      'other_address', case when in_other is null then null else coalesce(in_other <> in_known and exists (
        select 1 from kernel.identifier i where i.hash = in_other and i.person_id = found), false) end,
      'made', case when in_made is null then null else coalesce((
        select abs(extract(epoch from p.created_at - in_made - interval '15 days')) < 46 * 86400
        from kernel.person p where p.id = found), false) end,
      'used', case when in_used is null then null else coalesce((
        select abs(extract(epoch from max(s.seen_at) - in_used - interval '15 days')) < 46 * 86400
        from kernel.session s where s.person_id = found), false) end));
end $$;

-- The first officer stands behind it with the request in hand, the second with a sign-in of their own: then the account's
-- person is told, and it waits. Answers null, or why not.
create function kernel.approve_recovery(in_request uuid, in_factors text, in_at timestamptz, in_until timestamptz)
  returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  asked kernel.request%rowtype;
  found kernel.recovery%rowtype;
begin
  if not kernel.subject_is('privacy_officer') then
    return 'not_allowed';
  end if;
  select * into found from kernel.recovery v where v.request = in_request for update;
  select * into asked from kernel.request r where r.id = in_request;
  if found.request is null then
    return 'request_unknown';
  end if;
  if asked.closed_at is not null or found.second_by is not null then
    return 'recovery_decided';
  end if;
  if found.account is null or not (found.facts->>'address')::boolean then
    return 'account_unknown';
  end if;
  if found.first_by is null then
    if asked.taken_by is distinct from kernel.subject() then
      return 'not_in_hand';
    end if;
    update kernel.recovery v set first_by = kernel.subject(), first_at = in_at, second_factors = in_factors
      where v.request = in_request;
    perform kernel.note_act(in_request, 'approved_first', in_at);
    return null;
  end if;
  if found.first_by = kernel.subject() then
    return 'own_approval';
  end if;
  -- What the first one approved is what the second one stands behind.
  if found.second_factors <> in_factors then
    return 'factors_differ';
  end if;
  update kernel.recovery v set second_by = kernel.subject(), second_at = in_at, waits_until = in_until
    where v.request = in_request;
  perform kernel.note_act(in_request, 'approved_second', in_at);
  return null;
end $$;

-- How one stands, for officers: what fits, and who has approved. The account itself stays out of it.
create function kernel.recovery_state(in_request uuid) returns table (facts jsonb, second_factors text,
  first_at timestamptz, own boolean, second_at timestamptz, waits_until timestamptz, stopped_at timestamptz,
  done_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select v.facts, v.second_factors, v.first_at, coalesce(v.first_by = kernel.subject(), false), v.second_at,
      v.waits_until, v.stopped_at, v.done_at
    from kernel.recovery v where v.request = in_request and kernel.subject_is('privacy_officer')
$$;

-- For telling: the account whose way in is to change. The system only: nobody is signed in.
create function kernel.recovery_account(in_request uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select v.account from kernel.recovery v where v.request = in_request and v.second_at is not null
      and kernel.subject() is null $$;

-- What waits to take the account of whoever is signed in.
create function kernel.own_recoveries() returns table (id uuid, waits_until timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select v.request, v.waits_until from kernel.recovery v where v.account = kernel.subject()
      and v.second_at is not null and v.stopped_at is null and v.done_at is null $$;

-- The account's person was there all along: nobody else gets in. The request is closed as refused.
create function kernel.stop_recovery(in_request uuid, in_at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  update kernel.recovery v set stopped_at = in_at where v.request = in_request and v.account = kernel.subject()
    and v.second_at is not null and v.stopped_at is null and v.done_at is null;
  if not found then
    return false;
  end if;
  update kernel.request r set closed_at = in_at, outcome = 'refused' where r.id = in_request and r.closed_at is null;
  perform kernel.note_act(in_request, 'stopped', in_at);
  return true;
end $$;

create function kernel.recoveries_due(in_at timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select v.request from kernel.recovery v where v.waits_until <= in_at and v.stopped_at is null
      and v.done_at is null and kernel.subject() is null order by v.waits_until limit 20 $$;

-- The new address becomes the way in, the old ones lead in no more, and everybody is signed out. Answers the account, or
-- nothing where it cannot be done: the address became somebody else's meanwhile, or the account is gone.
create function kernel.carry_out_recovery(in_request uuid, in_at timestamptz) returns table (account uuid,
  second_factors text, done boolean)
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  found kernel.recovery%rowtype;
  free boolean;
begin
  select * into found from kernel.recovery v where v.request = in_request and kernel.subject() is null
    and v.waits_until <= in_at and v.stopped_at is null and v.done_at is null for update;
  if found.request is null then
    return;
  end if;
  free := exists (select 1 from kernel.person p where p.id = found.account and p.erased_at is null)
    and not exists (select 1 from kernel.identifier i where i.hash = found.identifier and i.person_id <> found.account);
  if free then
    delete from kernel.identifier i where i.person_id = found.account and i.kind in ('email', 'phone');
    insert into kernel.identifier (hash, kind, person_id)
      values (found.identifier, found.identifier_kind, found.account) on conflict (hash) do nothing;
    free := exists (select 1 from kernel.identifier i where i.hash = found.identifier and i.person_id = found.account);
  end if;
  if free then
    update kernel.session s set ended_at = now() where s.person_id = found.account and s.ended_at is null;
    update kernel.recovery v set done_at = in_at where v.request = in_request;
  else
    update kernel.recovery v set stopped_at = in_at where v.request = in_request;
  end if;
  update kernel.request r set closed_at = in_at, outcome = case when free then 'answered' else 'refused' end
    where r.id = in_request and r.closed_at is null;
  perform kernel.note_act(in_request, case when free then 'carried_out' else 'stopped' end, in_at);
  return query select found.account, found.second_factors, free;
end $$;

-- What is left of an account that is being erased: who got data of it, until they are told; and afterwards the proof,
-- for whoever holds the ticket. Nobody is in it any more by then.
create table kernel.erasure (
  -- SHA-256 of what the person was given.
  ticket bytea primary key,
  -- Null once it is erased.
  account uuid unique,
  asked_at timestamptz not null,
  -- When those who got data were told.
  told_at timestamptz,
  erased_at timestamptz,
  leaf_id uuid,
  salt bytea,
  record text
);

-- The person closes their account and keeps the ticket; closed twice, the newer ticket counts.
create function kernel.note_erasure(in_ticket bytea, in_at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.erasure (ticket, account, asked_at)
    select in_ticket, c.person_id, in_at from kernel.closing c where c.person_id = kernel.subject()
    on conflict (account) do update set ticket = excluded.ticket, asked_at = excluded.asked_at
$$;

create function kernel.forget_erasure() returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ delete from kernel.erasure e where e.account = kernel.subject() and e.erased_at is null $$;

-- How far it is, for whoever holds the ticket.
create function kernel.erasure_of(in_ticket bytea) returns table (erased_at timestamptz, leaf_id uuid, salt bytea,
  record text)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select e.erased_at, e.leaf_id, e.salt, e.record from kernel.erasure e where e.ticket = in_ticket $$;

-- Comments of the tables in which a person has rows; the kernel's own login only.
create function kernel.tables_of(in_person uuid) returns table (name text, comment text)
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  place record;
  held boolean;
begin
  for place in select c.oid::regclass as at, c.relname::text as name, obj_description(c.oid, 'pg_class') as comment
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and obj_description(c.oid, 'pg_class') is not null
  loop
    execute format('select exists (select 1 from %s where person_id = $1)', place.at) into held using in_person;
    if held then
      name := place.name;
      comment := place.comment;
      return next;
    end if;
  end loop;
end $$;
