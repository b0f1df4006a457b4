-- How far the message about an incident has come: persons in the order of their ids.
create table app.incident_mailing (
  incident uuid primary key,
  after uuid not null default '00000000-0000-0000-0000-000000000000',
  done boolean not null default false
);
comment on table app.incident_mailing is
  'category: none; read: rights; write: rights; erase: rights; note: progress of a mailing, no person''s data';
