-- Rows of a function, as later features will bring them: whose, on which device, by which function, open or withheld.
create table app.voice_note (
  person_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  function text not null,
  open boolean not null default true,
  sealed bytea not null,
  primary key (person_id, id)
);
comment on table app.voice_note is 'category: recording; write: support; erase: rights';
alter table app.voice_note enable row level security;
create policy own on app.voice_note
  using (person_id = kernel.subject() and (open or kernel.purpose() = 'rights'))
  with check (person_id = kernel.subject());
