-- Logs that ended because a database was restored that was older than their newest head. Had they gone on from there
-- they would contradict themselves: so each ends where it was, and the next begins, under a name of its own, with the
-- leaves that were restored.
create table kernel.former_log (
  origin text primary key,
  -- What its receipts are verified with, now as before; null: its key was lost, too.
  vkey text,
  -- Leaves under its newest known head, and that head, signed; null: it had none.
  size bigint not null,
  note text,
  -- Leaves that the next log took over. The others are lost, not changed.
  kept bigint not null,
  ended_at timestamptz not null
);
comment on table kernel.former_log is 'none';
