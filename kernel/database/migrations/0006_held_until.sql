-- Until when a message is the server's that took it, by the database's own clock: a server's clock may jump.
alter table kernel.message add column held_until timestamptz;
