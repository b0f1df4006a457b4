-- The log by the day: a day that has run out is dropped whole. Rows of app.operation_log stay where they are until
-- their days have run out; readers see both, and nothing is added there any more.
create schema if not exists app_day;

create table app.log_entry (
  id uuid not null,
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
  sealed bytea,
  primary key (id, day)
) partition by range (day);
comment on table app.log_entry is 'category: log; write: service; erase: service';
alter table app.log_entry enable row level security;
create policy service on app.log_entry using (kernel.purpose() = 'service')
  with check (kernel.purpose() = 'service');
