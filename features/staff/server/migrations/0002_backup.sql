-- A link that was used is gone: out of a backup it would work a second time.
comment on table app.staff_invitation is
  'category: none; read: authentication; write: authentication; erase: authentication; note: links, no person, never backed up';
