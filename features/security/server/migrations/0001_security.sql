-- What stood out on a day at one fingerprint of an address: a count by rule. No address, no person.
create table app.risk_signal (
  id uuid primary key,
  day date not null,
  rule text not null,
  fingerprint bytea not null,
  times integer not null,
  last_at timestamptz not null,
  unique (day, rule, fingerprint)
);
comment on table app.risk_signal is 'category: signal; write: security; erase: security';
alter table app.risk_signal enable row level security;
create policy security on app.risk_signal using (kernel.purpose() = 'security')
  with check (kernel.purpose() = 'security');

-- What a day's fingerprints are made with. It is gone when the next day is over: from then on nobody can say which
-- address a fingerprint was made of, or whether those of two days are of the same.
create table app.signal_salt (
  day date primary key,
  salt bytea not null
);
comment on table app.signal_salt is
  'category: none; read: security; write: security; erase: security; note: of a day, no person, never backed up';
