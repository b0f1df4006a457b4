-- Codes live for minutes: in a backup they would serve nobody.
comment on table app.sign_in_code is
  'category: none; read: authentication; write: authentication; erase: authentication; note: never backed up';
