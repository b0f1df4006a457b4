-- What was taken over from a person's WeChat account. By what the person is found stands with the other identifiers.
create table app.wechat (
  person_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  primary key (person_id, id)
);
comment on table app.wechat is 'category: wechat; write: authentication, rights; erase: authentication';
alter table app.wechat enable row level security;
create policy own on app.wechat using (person_id = kernel.subject()) with check (person_id = kernel.subject());

-- Browsers that went to WeChat and have not come back, by the keyed hash of what they are to bring. Each counts once.
create table app.wechat_state (
  state bytea primary key,
  expires_at timestamptz not null
);
comment on table app.wechat_state is
  'category: none; read: authentication; write: authentication; erase: authentication; note: never backed up';
create index wechat_state_expires on app.wechat_state (expires_at);
