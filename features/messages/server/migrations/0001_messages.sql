-- Where a person's browsers are reached: one subscription a device, gone with the device.
create table app.push_subscription (
  person_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  sealed bytea not null,
  opened_at timestamptz not null default now(),
  primary key (person_id, id),
  unique (person_id, device_id),
  foreign key (person_id, device_id) references app.device on update cascade on delete cascade
);
comment on table app.push_subscription is 'category: contact; write: service, rights; erase: service, rights';
alter table app.push_subscription enable row level security;
create policy own on app.push_subscription using (person_id = kernel.subject())
  with check (person_id = kernel.subject());

-- How far the message that a version of the notice was published has come: persons in the order of their ids.
create table app.mailing (
  sequence integer primary key,
  after uuid not null default '00000000-0000-0000-0000-000000000000',
  done boolean not null default false
);
comment on table app.mailing is
  'category: none; read: rights; write: rights; erase: rights; note: progress of a mailing, no person''s data';
