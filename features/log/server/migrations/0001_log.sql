-- One row per request (C.log). The address is sealed under the key of the day, which is shredded with the day's rows;
-- a request in a person's session has none. Nothing here leads to a person.
create table app.operation_log (
  id uuid primary key,
  at timestamptz not null,
  day date not null,
  operation text not null,
  method text not null,
  path text not null,
  status smallint not null,
  duration_ms real not null,
  code text,
  browser text not null,
  region text not null,
  sealed bytea
);
comment on table app.operation_log is 'category: log; write: service; erase: service';
create index operation_log_day on app.operation_log (day);
-- Other purposes have read rights on the category for rows of a person; these belong to none.
alter table app.operation_log enable row level security;
create policy service on app.operation_log using (kernel.purpose() = 'service')
  with check (kernel.purpose() = 'service');
