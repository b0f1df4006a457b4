-- What a sign-in leaves lives for minutes, its counters for hours: in a backup they would serve nobody.
comment on table app.sign_in_try is
  'category: none; read: authentication; write: authentication; erase: authentication; note: never backed up';
comment on table app.sign_in_recipient is
  'category: none; read: authentication; write: authentication; erase: authentication; note: never backed up';
