-- What each running server says of itself, every few seconds; nothing of people.
create table app.watching_node (
  id uuid primary key,
  release text not null,
  policy text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  free_bytes bigint,
  total_bytes bigint,
  -- none: the public address is not https; unseen: it showed no certificate; seen: it did.
  certificate text not null check (certificate in ('none', 'unseen', 'seen')),
  certificate_code text,
  certificate_ends_at timestamptz,
  backup_at timestamptz,
  log_waiting integer not null,
  late_jobs text[] not null
);
comment on table app.watching_node is
  'category: none; read: service; write: service; erase: service; note: servers, nothing of people';

-- What is remembered from one look at the service to the next, in one row that the one who looks holds meanwhile.
create table app.watching_alert (
  single boolean primary key default true check (single),
  state jsonb not null
);
comment on table app.watching_alert is
  'category: none; read: service; write: service; erase: service; note: how parts of the service stood';
