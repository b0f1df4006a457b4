-- Where each of these persons is reached, each asked for in their own name: what a row policy lets one see of oneself
-- is all that comes, and nobody's name stands afterwards. One statement for a mailing's batch instead of two a person.
create function app.addresses_of(in_people uuid[])
  returns table (person_id uuid, id uuid, sealed bytea, push boolean)
  language plpgsql volatile security invoker
as $$
declare
  one uuid;
begin
  foreach one in array in_people loop
    perform set_config('axent.person', one::text, true);
    return query
      select c.person_id, c.id, c.sealed, false from app.contact c where c.person_id = one
      union all
      select s.person_id, s.id, s.sealed, true from app.push_subscription s
        where s.person_id = one and s.device_id in (select kernel.live_devices());
  end loop;
  perform set_config('axent.person', '', true);
end
$$;
