create table app.contact (
  person_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  primary key (person_id, id)
);
comment on table app.contact is 'category: contact; write: authentication, rights; erase: rights';
alter table app.contact enable row level security;
create policy own on app.contact using (person_id = kernel.subject()) with check (person_id = kernel.subject());

-- The id is the device identifier of the person's own browser; they can reset it.
create table app.device (
  person_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  seen_at timestamptz not null default now(),
  primary key (person_id, id)
);
comment on table app.device is 'category: device; write: authentication, rights; erase: rights';
alter table app.device enable row level security;
create policy own on app.device using (person_id = kernel.subject()) with check (person_id = kernel.subject());

-- Codes that wait to be typed, by the keyed hash of their recipient. Guesses are counted per recipient: a new code
-- does not reset them.
create table app.sign_in_code (
  recipient bytea primary key,
  code bytea,
  binding bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  guesses integer not null default 0,
  guesses_since timestamptz not null,
  failures integer not null default 0
);
comment on table app.sign_in_code is
  'category: none; read: authentication; write: authentication; erase: authentication';
