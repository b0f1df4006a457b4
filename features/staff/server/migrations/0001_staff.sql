-- One-time links into the console. The hash alone is stored; a link that was used, or has run out, is gone.
-- Until then the row carries the proof of the mail address that is under way, by keyed hashes.
create table app.staff_invitation (
  token_hash bytea primary key,
  role text not null check (role in ('privacy_officer', 'security', 'administrator')),
  expires_at timestamptz not null,
  recipient bytea,
  code bytea,
  binding bytea,
  sent_at timestamptz,
  guesses integer not null default 0
);
comment on table app.staff_invitation is
  'category: none; read: authentication; write: authentication; erase: authentication; note: links, no person';
