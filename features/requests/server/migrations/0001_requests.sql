-- The words of requests: what was asked, what was answered, why it takes longer. Each is sealed under the key of its
-- request; a row is there only for an operation that holds that request.
create table app.request_entry (
  request uuid not null,
  id uuid not null,
  part text not null check (part in ('asked', 'extended', 'answered', 'refused')),
  at timestamptz not null,
  sealed bytea not null,
  primary key (request, id)
);
comment on table app.request_entry is 'category: request; write: rights';
alter table app.request_entry enable row level security;
create policy held on app.request_entry using (request = kernel.held_request())
  with check (request = kernel.held_request());
