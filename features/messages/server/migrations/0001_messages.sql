-- Where a person's browsers are reached: one subscription a device, gone with the device.
create table app.push_subscription (
  person_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  sealed bytea not null,
  opened_at timestamptz not null default now(),
  primary key (person_id, id),
  unique (person_id, device_id)
);
comment on table app.push_subscription is 'category: contact; write: service, rights; erase: service, rights';
alter table app.push_subscription enable row level security;
create policy own on app.push_subscription using (person_id = kernel.subject())
  with check (person_id = kernel.subject());

create function app.drop_subscription() returns trigger
  language plpgsql security definer set search_path = pg_catalog, app, pg_temp
as $$
begin
  delete from app.push_subscription p where p.person_id = old.person_id and p.device_id = old.id;
  return null;
end $$;
revoke execute on function app.drop_subscription() from public;
create trigger subscription_goes after delete on app.device for each row execute function app.drop_subscription();

-- How far the message that a version of the notice was published has come: persons in the order of their ids.
create table app.mailing (
  sequence integer primary key,
  after uuid not null default '00000000-0000-0000-0000-000000000000',
  done boolean not null default false
);
comment on table app.mailing is
  'category: none; read: rights; write: rights; erase: rights; note: progress of a mailing, no person''s data';
