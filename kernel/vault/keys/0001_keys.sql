-- Wrapped data keys, for several servers: on a PostgreSQL of its own, apart from the data. `keys` is all that is here.

-- Dead rows are cleared soon, since a shredded key lies in one until then.
create table keys.key (
  -- A person, a function of a person on a device, or a day; see kernel/vault/box.ts.
  owner text collate "C" not null,
  category text collate "C" not null,
  -- Under the master key, which is nowhere here.
  wrapped bytea not null,
  primary key (owner, category)
) with (autovacuum_vacuum_threshold = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);

-- The shred list: it only grows. A restore replays what it says.
create table keys.shredding (
  number bigint primary key,
  line text not null check (line ~ '^[0-9TZ:.-]{20,30} [0-9a-f]{64}$')
);

-- The newest head of the ledger that was published: a database that is older does not go on with the log.
create table keys.head (
  single boolean primary key default true check (single),
  origin text not null,
  size bigint not null,
  note text not null
);

-- Listed and deleted in one transaction, one after the other, so that the list is in the order in which things happened.
-- Every server hears of it as soon as it is so.
create function keys.shred(in_owner text, in_line text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, keys, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(4218, 1);
  insert into keys.shredding (number, line)
    select coalesce(max(s.number), 0) + 1, in_line from keys.shredding s;
  delete from keys.key k where k.owner = in_owner;
  perform pg_notify('axent_shredded', in_owner);
end $$;

-- Only the ways between two master keys go one by one: see kernel/vault/rotation.ts.
create function keys.remove_way(in_owner text, in_category text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, keys, pg_temp
as $$
begin
  if in_owner <> 'axent' or in_category not like 'way from %' then
    raise exception 'only the way to another master key is removed' using errcode = '42501';
  end if;
  delete from keys.key k where k.owner = in_owner and k.category = in_category;
end $$;

-- Never back: of two servers that say it, the one that knows more is right.
create function keys.keep_head(in_origin text, in_size bigint, in_note text) returns void
  language sql volatile security definer set search_path = pg_catalog, keys, pg_temp
as $$
  insert into keys.head as h (origin, size, note) values (in_origin, in_size, in_note)
    on conflict (single) do update set origin = excluded.origin, size = excluded.size, note = excluded.note
    where h.origin <> excluded.origin or h.size < excluded.size
$$;

revoke all on all functions in schema keys from public;
