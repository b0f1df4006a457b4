-- The rest of what the kernel's tables hold about a person, for that person.

create function kernel.own_acceptances() returns table (id uuid, sequence integer, language text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select a.id, a.sequence, a.language, a.at from kernel.acceptance a where a.person_id = kernel.subject()
      order by a.id desc limit 1000 $$;

create function kernel.own_messages() returns table (id uuid, person_id uuid, message text, queued_at timestamptz,
  sealed bytea)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select m.id, m.person_id, m.message, m.queued_at, m.sealed from kernel.message m
      where m.person_id = kernel.subject() order by m.id limit 1000 $$;
