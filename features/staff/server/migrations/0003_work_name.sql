-- What the one who comes in by this link is called at work.
alter table app.staff_invitation add column work_name text;
