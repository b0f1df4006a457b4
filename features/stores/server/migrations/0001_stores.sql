-- Stores and places are the brand's own, not a person's: no table here has a person_id, and no purpose may write.
-- An import replaces them as the schema's owner, whole, in one transaction.

create table app.store (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 64),
  name text not null check (length(name) between 1 and 120),
  street text not null check (length(street) <= 120),
  postcode text not null check (length(postcode) <= 12),
  city text not null check (length(city) between 1 and 120),
  region text not null check (length(region) <= 120),
  country text not null check (country ~ '^[A-Z]{2}$'),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  time_zone text not null,
  phone text,
  hours text
);
comment on table app.store is 'category: none; read: service';

create table app.store_product (
  store_id text not null references app.store (id) on delete cascade,
  product_id text not null,
  sells boolean not null,
  displays boolean not null,
  primary key (store_id, product_id),
  check (sells or displays)
);
comment on table app.store_product is 'category: none; read: service';

create table app.place (
  country text not null check (country ~ '^[A-Z]{2}$'),
  postcode text not null check (length(postcode) <= 12),
  name text not null check (length(name) between 1 and 120),
  latin text,
  names text[] not null,
  region text not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  rank smallint not null check (rank between 1 and 5),
  primary key (country, postcode, name)
);
comment on table app.place is 'category: none; read: service';

-- Servers look here for the newest number and read the stores anew when it has grown.
create table app.store_import (
  version bigint generated always as identity primary key,
  imported_at timestamptz not null default now(),
  stores integer not null,
  places integer not null
);
comment on table app.store_import is 'category: none; read: service';
