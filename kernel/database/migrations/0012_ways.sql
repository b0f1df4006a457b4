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
  perform 1 from kernel.person p where p.id = kernel.subject() for update;
  delete from kernel.identifier i where i.hash = in_hash and i.person_id = kernel.subject()
    and exists (select 1 from kernel.identifier o where o.person_id = kernel.subject() and o.hash <> in_hash);
  return found;
end $$;

create function kernel.own_identifiers() returns table (kind text, hash bytea)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select i.kind, i.hash from kernel.identifier i where i.person_id = kernel.subject() order by i.kind, i.hash $$;
create index identifier_person on kernel.identifier (person_id);
