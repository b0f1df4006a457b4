create table app.fault (
  person_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  primary key (person_id, id)
);
comment on table app.fault is 'category: fault; write: service; erase: rights';
alter table app.fault enable row level security;
-- What came with a later version is reached only for people who accepted that version.
create policy own on app.fault
  using (person_id = kernel.subject() and kernel.covers(kernel.purpose(), 'fault'))
  with check (person_id = kernel.subject() and kernel.covers(kernel.purpose(), 'fault'));
