-- One-time links as before, for every role that the policy names. What the release before left in staff_invitation runs
-- out there within a day; it is not taken over, so that no link works twice.
create table app.staff_link (
  token_hash bytea primary key,
  role text not null check (role in ('privacy_officer', 'security', 'administrator', 'agent', 'supervisor', 'marketer',
    'product_manager', 'release_manager', 'store_staff')),
  expires_at timestamptz not null,
  work_name text,
  made_by uuid,
  recipient bytea,
  code bytea,
  binding bytea,
  sent_at timestamptz,
  guesses integer not null default 0
);
comment on table app.staff_link is
  'category: none; read: authentication; write: authentication; erase: authentication; note: links, and which member of staff made them, never backed up';

-- Who was sent to the company's own sign-in and has not come back: once, within ten minutes.
create table app.staff_provider_request (
  -- Keyed hash of what comes back with the answer.
  state bytea primary key,
  aim text not null check (aim in ('enter', 'redeem', 'connect', 'confirm')),
  -- Keyed hash of the member of staff who asked; null: nobody was signed in.
  whom bytea,
  -- The link that is to be used up.
  token_hash bytea,
  asked_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table app.staff_provider_request is
  'category: none; read: authentication; write: authentication; erase: authentication; note: never backed up';
create index staff_provider_request_expires on app.staff_provider_request (expires_at);
