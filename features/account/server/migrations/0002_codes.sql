-- Codes stand by recipient and browser, so that whoever has one sent to somebody else's address does not replace the
-- owner's. Guesses and codes sent are counted by recipient, whatever browser they come from. The earlier table stays
-- for the release before this one.
create table app.sign_in_recipient (
  recipient bytea primary key,
  guesses integer not null default 0,
  guesses_since timestamptz not null,
  failures integer not null default 0,
  sent integer not null default 0,
  sent_since timestamptz not null
);
comment on table app.sign_in_recipient is
  'category: none; read: authentication; write: authentication; erase: authentication';

create table app.sign_in_try (
  recipient bytea not null,
  binding bytea not null,
  code bytea not null,
  long boolean not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (recipient, binding)
);
comment on table app.sign_in_try is
  'category: none; read: authentication; write: authentication; erase: authentication';
create index sign_in_try_expires on app.sign_in_try (expires_at);
