-- What was tried, counted: by kind, at a fingerprint of what it is counted by, and of what is told apart there. In a
-- bucket of minutes, so that a count over the last hour reads few rows. No address, no number, no person.
create table app.fraud_signal (
  kind text not null,
  subject bytea not null,
  bucket timestamptz not null,
  other bytea not null,
  times integer not null,
  primary key (kind, subject, bucket, other)
);
comment on table app.fraud_signal is
  'category: signal; write: fraud; erase: fraud; note: fingerprints of a day, no person, never backed up';
create index fraud_signal_bucket on app.fraud_signal (bucket);
alter table app.fraud_signal enable row level security;
-- As a subquery it is asked once for a statement, and not for each of the rows that a count goes over.
create policy fraud on app.fraud_signal
  using ((select kernel.purpose()) = 'fraud') with check (kernel.purpose() = 'fraud');

-- What a day's fingerprints are made with. When it is gone, nobody can say of what a fingerprint was made.
create table app.fraud_salt (
  day date primary key,
  salt bytea not null
);
comment on table app.fraud_salt is
  'category: none; read: fraud; write: fraud; erase: fraud; note: of a day, no person, never backed up';

-- Who is held, why, what they answered and what was decided. The rights show a person their own.
create table app.fraud_case (
  person_id uuid not null,
  id uuid not null,
  state text not null check (state in ('held', 'answered', 'released', 'refused')),
  changed_at timestamptz not null,
  sealed bytea not null,
  primary key (person_id, id)
);
comment on table app.fraud_case is 'category: signal; write: fraud; erase: fraud';
create index fraud_case_waiting on app.fraud_case (state, id);
alter table app.fraud_case enable row level security;
create policy fraud on app.fraud_case
  using (kernel.purpose() = 'fraud' or (kernel.purpose() = 'rights' and person_id = kernel.subject()))
  with check (kernel.purpose() = 'fraud');
