-- The tamper-evident ledger. Nothing here names a person except kernel.record, whose content is sealed.

-- Leaves that are durable but not yet numbered. The sequencer takes them by deleting them: rows become visible in
-- another order than they were given out, so a reader that remembers the last id loses some.
create table kernel.leaf_pending (
  id uuid primary key,
  -- 32-byte commitments one after the other; 65,504 bytes is the most that a C2SP entry bundle can carry of them.
  entry bytea not null check (octet_length(entry) between 32 and 65504 and octet_length(entry) % 32 = 0)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_cost_delay = 0,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_threshold = 1000000);
comment on table kernel.leaf_pending is 'none';

-- Where a leaf is in the log.
create table kernel.leaf (
  id uuid primary key,
  index bigint not null
);
comment on table kernel.leaf is 'none';

-- Hashes of a tile one after the other (C2SP tlog-tiles). A growing tile is overwritten; any earlier width of it is a
-- prefix of what is stored.
create table kernel.tile (
  level smallint not null,
  index bigint not null,
  width smallint not null check (width between 1 and 256),
  hashes bytea not null check (octet_length(hashes) = width * 32),
  primary key (level, index)
);
-- Hashes do not compress.
alter table kernel.tile alter column hashes set storage external;
comment on table kernel.tile is 'none';

-- Entries with their 16-bit lengths, as they are served.
create table kernel.entry_bundle (
  index bigint primary key,
  width smallint not null check (width between 1 and 256),
  entries bytea not null
);
alter table kernel.entry_bundle alter column entries set storage external;
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
