-- What stores do at people's homes or by appointment, and how far they come. Rows of stores that are gone are passed over.
create table app.store_service (
  store_id text not null,
  service_id text not null,
  reach_m integer not null check (reach_m between 1000 and 1000000),
  primary key (store_id, service_id)
);
comment on table app.store_service is 'category: none; read: service';
