-- What every carrier refused for good: for the one who asked for it, by the number of the message alone.
create table kernel.message_refused (
  id uuid primary key,
  at timestamptz not null
);
create index message_refused_at on kernel.message_refused (at);

-- What became of a message. `slow`: it was tried, or held up; `refused`: nobody takes it, and it is not tried again;
-- `gone`: it left, or its time is over.
create function kernel.message_state(in_id uuid) returns text
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select case
    when exists (select 1 from kernel.message_refused r where r.id = in_id) then 'refused'
    else coalesce((select case when m.attempts > 0 or m.last_error is not null then 'slow' else 'waiting' end
                   from kernel.message m where m.id = in_id), 'gone')
  end
$$;
