-- As before, but an incident that has ended already is told apart from one that there is not.
create or replace function kernel.end_incident(in_id uuid, in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  if not kernel.handles_incidents() then
    return 'not_allowed';
  end if;
  update kernel.incident i set ended_at = in_at where i.id = in_id and i.ended_at is null;
  if found then
    return null;
  end if;
  return case when exists (select 1 from kernel.incident i where i.id = in_id)
    then 'incident_decided' else 'incident_unknown' end;
end $$;
