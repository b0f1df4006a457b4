-- Coordinates stay in WGS 84, so that the release before reads them rightly; `datum` says in which they were declared.
alter table app.store
  add column datum text not null default 'wgs84' check (datum in ('wgs84', 'gcj02')),
  add column calendar text check (length(calendar) <= 32),
  add column special_days text check (length(special_days) <= 4000);

-- Public holidays by calendar, for example CH-ZH. `hours` null: stores stay closed; else they open within these at most.
create table app.holiday (
  calendar text not null check (length(calendar) between 1 and 32),
  day date not null,
  hours text,
  name_en text not null check (length(name_en) between 1 and 120),
  name_zh_cn text not null check (length(name_zh_cn) between 1 and 120),
  name_de text not null check (length(name_de) between 1 and 120),
  primary key (calendar, day)
);
comment on table app.holiday is 'category: none; read: service';
