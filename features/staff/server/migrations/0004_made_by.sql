-- Who made the link, so that it is known who gave a role; null: the server, at its first start.
alter table app.staff_invitation add column made_by uuid;
comment on table app.staff_invitation is
  'category: none; read: authentication; write: authentication; erase: authentication; note: links, and which member of staff made them, never backed up';
