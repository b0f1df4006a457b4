-- The rest of what the kernel's tables hold about a person, for that person.

create function kernel.own_messages() returns table (id uuid, person_id uuid, message text, queued_at timestamptz,
  sealed bytea)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select m.id, m.person_id, m.message, m.queued_at, m.sealed from kernel.message m
      where m.person_id = kernel.subject() order by m.id limit 1000 $$;
