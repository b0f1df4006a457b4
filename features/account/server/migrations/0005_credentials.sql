-- What verifies an account. One row for each way; what is secret of it is in the box.
create table app.credential (
  person_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('password', 'passkey', 'authenticator', 'recovery')),
  sealed bytea not null,
  -- False: an authenticator that was shown and not yet proved.
  ready boolean not null,
  -- Asked for after another way.
  second boolean not null default false,
  made_at timestamptz not null,
  used_at timestamptz,
  -- Time step of the authenticator's code that was used last: none counts twice.
  last_step bigint,
  primary key (person_id, id)
);
comment on table app.credential is 'category: credentials; write: authentication; erase: authentication';
alter table app.credential enable row level security;
create policy own on app.credential using (person_id = kernel.subject()) with check (person_id = kernel.subject());

create table app.password_hint (
  person_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  primary key (person_id, id)
);
comment on table app.password_hint is 'category: hint; write: authentication; erase: authentication';
alter table app.password_hint enable row level security;
create policy own on app.password_hint using (person_id = kernel.subject()) with check (person_id = kernel.subject());

-- What a passkey is to sign, once, in the browser that asked.
create table app.sign_in_challenge (
  binding bytea primary key,
  challenge bytea not null,
  expires_at timestamptz not null
);
comment on table app.sign_in_challenge is
  'category: none; read: authentication; write: authentication; erase: authentication; note: never backed up';
create index sign_in_challenge_expires on app.sign_in_challenge (expires_at);
