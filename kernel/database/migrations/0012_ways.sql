-- By what a person is found changes: addresses, numbers, passkeys and accounts elsewhere come and go. Never the last one.

-- False: it is somebody else's. What is the person's own already stays as it is.
create function kernel.add_identifier(in_hash bytea, in_kind text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if kernel.subject() is null then
    return false;
  end if;
  insert into kernel.identifier (hash, kind, person_id) values (in_hash, in_kind, kernel.subject())
    on conflict do nothing;
  return exists (select 1 from kernel.identifier i where i.hash = in_hash and i.person_id = kernel.subject());
end $$;

-- False: it is the last one, or not the person's. Two at once come one after the other.
create function kernel.drop_identifier(in_hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  perform 1 from kernel.person p where p.id = kernel.subject() for no key update;
  delete from kernel.identifier i where i.hash = in_hash and i.person_id = kernel.subject()
    and exists (select 1 from kernel.identifier o where o.person_id = kernel.subject() and o.hash <> in_hash);
  return found;
end $$;

create function kernel.own_identifiers() returns table (kind text, hash bytea)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select i.kind, i.hash from kernel.identifier i where i.person_id = kernel.subject() order by i.kind, i.hash $$;
create index identifier_person on kernel.identifier (person_id);

-- Who proved a first thing and still owes a second one. It takes the place of a session in the browser, and opens
-- nothing but the second step.
create table kernel.half_session (
  token_hash bytea primary key,
  person_id uuid not null references kernel.person,
  proved text not null,
  ends_at timestamptz not null
);
create index half_session_ends on kernel.half_session (ends_at);

-- What ran out goes when the next one begins.
create function kernel.start_half(in_token_hash bytea, in_person uuid, in_proved text, in_life interval) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  delete from kernel.half_session where ends_at <= now();
  insert into kernel.half_session (token_hash, person_id, proved, ends_at)
    values (in_token_hash, in_person, in_proved, now() + in_life);
$$;

create function kernel.half_session(in_token_hash bytea) returns table (person_id uuid, kind text, proved text)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select h.person_id, p.kind, h.proved from kernel.half_session h join kernel.person p on p.id = h.person_id
      where h.token_hash = in_token_hash and h.ends_at > now() and p.erased_at is null $$;

create function kernel.end_half(in_token_hash bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ delete from kernel.half_session h where h.token_hash = in_token_hash $$;
