-- Whether the version under which the operation's person opened a function on a device reaches as far as a use does
-- now: for row policies of tables whose rows came by a function, in the migration that comes with a widening. Accepting
-- the notice anew opens nothing, so `covers` would not do. `in_verb`: collect or read.
create function kernel.covers_opening(in_verb text, in_purpose text, in_category text, in_function text,
  in_device uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select exists (
    select 1 from kernel.cell_since s join kernel.opening o
        on o.person_id = kernel.subject() and o.device_id = in_device and o.function = in_function
    where s.cell = in_verb || ':' || in_purpose || ':' || in_category and o.open and s.sequence <= o.sequence)
$$;
