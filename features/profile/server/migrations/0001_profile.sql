-- Both came with a widening of the policy: whoever has not accepted it has no rows here. One row a person.
create table app.identity (
  person_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  primary key (person_id, id),
  unique (person_id)
);
comment on table app.identity is 'category: identity; write: service, rights; erase: service, rights';
alter table app.identity enable row level security;
create policy own on app.identity
  using (person_id = kernel.subject() and kernel.covers(kernel.purpose(), 'identity'))
  with check (person_id = kernel.subject() and kernel.covers(kernel.purpose(), 'identity'));

create table app.mailing_address (
  person_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  primary key (person_id, id),
  unique (person_id)
);
comment on table app.mailing_address is 'category: address; write: service, rights; erase: service, rights';
alter table app.mailing_address enable row level security;
create policy own on app.mailing_address
  using (person_id = kernel.subject() and kernel.covers(kernel.purpose(), 'address'))
  with check (person_id = kernel.subject() and kernel.covers(kernel.purpose(), 'address'));
