-- What carriers do, without an address or a word: for delivering, and for the status page.

-- Who has taken a message for now: the number under which a server holds its advisory lock (4215). A server that is
-- gone holds none, and what it had taken is anybody's at once.
alter table kernel.message add column held_by integer;
create index message_held on kernel.message (held_by) where held_by is not null;
create index message_due on kernel.message (channel, next_at);

-- One row a carrier: how it has been doing.
create table kernel.carrier (
  id text primary key,
  channel text not null,
  sent bigint not null default 0,
  failed bigint not null default 0,
  delivered bigint not null default 0,
  undelivered bigint not null default 0,
  last_sent_at timestamptz,
  failing_since timestamptz,
  last_error text,
  last_error_at timestamptz
);

-- Accepted by a carrier that will say whether it arrived. The recipient is a keyed hash, and gone within the hour.
create table kernel.receipt_awaited (
  carrier text not null,
  reference text not null,
  recipient bytea not null,
  at timestamptz not null,
  failed boolean not null default false,
  primary key (carrier, reference)
);
create index receipt_awaited_recipient on kernel.receipt_awaited (recipient);
create index receipt_awaited_at on kernel.receipt_awaited (at);

-- When a person is not to be disturbed: minutes of the day in their own time zone. No row: the usual hours.
create table kernel.quiet_hours (
  person_id uuid primary key references kernel.person,
  time_zone text,
  from_minute smallint not null default 1260 check (from_minute between 0 and 1439),
  to_minute smallint not null default 480 check (to_minute between 0 and 1439)
);

-- How many messages of a kind a person got on a day, in UTC.
create table kernel.message_count (
  person_id uuid not null references kernel.person,
  message text not null,
  day date not null,
  sent integer not null,
  primary key (person_id, message, day)
);
create index message_count_day on kernel.message_count (day);

-- Whether messages of a channel do not leave just now: one that was tried is still waiting.
create function kernel.channel_waits(in_channel text) returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select exists (select 1 from kernel.message m where m.channel = in_channel and m.attempts > 0) $$;

create function kernel.carrier_state() returns table (id text, channel text, sent bigint, failed bigint,
  delivered bigint, undelivered bigint, awaited bigint, last_sent_at timestamptz, failing_since timestamptz,
  last_error text, last_error_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select c.id, c.channel, c.sent, c.failed, c.delivered, c.undelivered,
        (select count(*) from kernel.receipt_awaited r where r.carrier = c.id and not r.failed),
        c.last_sent_at, c.failing_since, c.last_error, c.last_error_at
      from kernel.carrier c order by c.channel, c.id $$;

-- What decides a message to each of these persons: what they accepted and opened, in which language they read the
-- notice, when they are not to be disturbed, and how much they got today.
create function kernel.standings(in_people uuid[], in_day date) returns table (person_id uuid, accepted integer,
  openings json, language text, time_zone text, from_minute smallint, to_minute smallint, sent json)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select p.id, a.sequence,
    (select json_object_agg(o.function, case when o.open then o.sequence else -1 end) from kernel.opening o
      where o.person_id = p.id and o.device_id = '00000000-0000-0000-0000-000000000000'),
    a.language, q.time_zone, coalesce(q.from_minute, 1260::smallint), coalesce(q.to_minute, 480::smallint),
    (select json_object_agg(m.message, m.sent) from kernel.message_count m
      where m.person_id = p.id and m.day = in_day)
  from unnest(in_people) as asked (id) join kernel.person p on p.id = asked.id and p.erased_at is null
    left join lateral (select x.sequence, x.language from kernel.acceptance x where x.person_id = p.id
      order by x.sequence desc, x.id desc limit 1) a on true
    left join kernel.quiet_hours q on q.person_id = p.id
$$;

create function kernel.count_messages(in_people uuid[], in_messages text[], in_day date) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.message_count as c (person_id, message, day, sent)
    select person_id, message, in_day, count(*) from unnest(in_people, in_messages) as new (person_id, message)
    group by person_id, message order by person_id, message
  on conflict (person_id, message, day) do update set sent = c.sent + excluded.sent
$$;

-- Persons in the order of their ids who accepted an earlier version than this one and none since.
create function kernel.people_behind(in_sequence integer, in_after uuid, in_limit integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select p.id from kernel.person p
  where p.kind = 'customer' and p.erased_at is null and p.id > in_after
    and (select max(a.sequence) from kernel.acceptance a where a.person_id = p.id) < in_sequence
  order by p.id limit least(in_limit, 1000)
$$;

-- Whether this is an identifier that the operation's person has proved, by its keyed hash.
create function kernel.has_proved(in_hash bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select exists (select 1 from kernel.identifier i
      where i.hash = in_hash and i.person_id = kernel.subject()) $$;

-- Devices on which the operation's person is signed in.
create function kernel.live_devices() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select s.device_id from kernel.session s where s.person_id = kernel.subject() and s.ended_at is null
        and s.ends_at > now() and s.seen_at + s.idle > now() $$;

create function kernel.own_quiet_hours() returns table (time_zone text, from_minute smallint, to_minute smallint)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select q.time_zone, q.from_minute, q.to_minute from kernel.quiet_hours q
      where q.person_id = kernel.subject() $$;

-- Nulls leave what is there.
create function kernel.set_quiet_hours(in_time_zone text, in_from smallint, in_to smallint) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  insert into kernel.quiet_hours as q (person_id, time_zone, from_minute, to_minute)
    values (kernel.subject(), in_time_zone, coalesce(in_from, 1260::smallint), coalesce(in_to, 480::smallint))
  on conflict (person_id) do update set time_zone = coalesce(in_time_zone, q.time_zone),
    from_minute = coalesce(in_from, q.from_minute), to_minute = coalesce(in_to, q.to_minute)
$$;
