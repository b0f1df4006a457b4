-- The message that brings the code, so that whoever asked can be told when it does not leave.
alter table app.sign_in_try add column message uuid;
