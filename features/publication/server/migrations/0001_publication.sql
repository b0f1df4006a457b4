-- Officers who stand behind publishing a policy (by hash) on top of the version in force (base). Once another version
-- is in force, the rows are history.
create table app.publication_approval (
  base integer not null,
  hash text not null,
  officer uuid not null,
  at timestamptz not null,
  primary key (base, hash, officer)
);
comment on table app.publication_approval is
  'category: none; read: service; write: service; erase: service; note: acts of officers, nothing of people';
