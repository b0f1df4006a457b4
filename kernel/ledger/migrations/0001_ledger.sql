-- The tamper-evident ledger. Nothing here names a person except kernel.record, whose content is sealed.

-- Leaves that are durable but not yet numbered. The sequencer takes them by deleting them: rows become visible in
-- another order than they were given out, so a reader that remembers the last id loses some.

-- A write's leaf, inserted in its own transaction.
create table kernel.leaf_pending (
  id uuid primary key,
  -- 32-byte commitments one after the other; 65,504 bytes is the most that a C2SP entry bundle can carry of them.
  entry bytea not null check (octet_length(entry) between 32 and 65504 and octet_length(entry) % 32 = 0)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_cost_delay = 0);
comment on table kernel.leaf_pending is 'none';

-- Many reads' leaves, flushed together: a row each would cost more than the leaf itself.
create table kernel.leaf_group (
  id bigint generated always as identity primary key,
  -- 16 bytes per leaf.
  ids bytea not null check (octet_length(ids) > 0 and octet_length(ids) % 16 = 0),
  -- Entries with their 16-bit lengths, in the same order.
  entries bytea not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0,
  toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 10000,
  toast.autovacuum_vacuum_cost_delay = 0);
-- Neither ids nor hashes compress.
alter table kernel.leaf_group alter column ids set storage external, alter column entries set storage external;
comment on table kernel.leaf_group is 'none';

-- Hashes of a tile one after the other (C2SP tlog-tiles). A growing tile is overwritten; any earlier width of it is a
-- prefix of what is stored.
create table kernel.tile (
  level smallint not null,
  index bigint not null,
  width smallint not null check (width between 1 and 256),
  hashes bytea not null check (octet_length(hashes) = width * 32),
  primary key (level, index)
);
alter table kernel.tile alter column hashes set storage external;
comment on table kernel.tile is 'none';

create type kernel.id_range as range (subtype = uuid);

-- Entries with their 16-bit lengths, as they are served, and beside them, not served, the ids of their leaves.
create table kernel.entry_bundle (
  index bigint primary key,
  width smallint not null check (width between 1 and 256),
  entries bytea not null,
  -- 16 bytes per leaf.
  ids bytea not null check (octet_length(ids) = width * 16),
  -- From the lowest id to the highest: ids grow with time, so few bundles can hold a given one. A row per leaf would
  -- double the work of the whole ledger.
  id_span kernel.id_range not null
);
alter table kernel.entry_bundle alter column entries set storage external, alter column ids set storage external;
create index entry_bundle_id_span on kernel.entry_bundle using gist (id_span);
comment on table kernel.entry_bundle is 'none';

-- The signed head; one row.
create table kernel.checkpoint (
  single boolean primary key default true check (single),
  size bigint not null,
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  at timestamptz not null
);
comment on table kernel.checkpoint is 'none';

-- A person's own part of a leaf: salt and record, sealed.
create table kernel.record (
  person_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  leaf_id uuid not null,
  sealed bytea not null,
  primary key (person_id, id)
);
