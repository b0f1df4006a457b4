-- Everything that the person themself accepted, opened and closed, with the text that was shown, newest first.
create function kernel.own_consents() returns table (id uuid, device_id uuid, function text, open boolean,
  sequence integer, language text, text_hash text, settings_hash text, by text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select a.id, null::uuid, null::text, null::boolean, a.sequence, a.language, a.text_hash, a.settings_hash,
      'person', a.at
    from kernel.acceptance a where a.person_id = kernel.subject()
  union all
  select c.id, c.device_id, c.function, c.open, c.sequence, c.language, c.text_hash, null, c.by, c.at
    from kernel.opening_change c where c.person_id = kernel.subject()
  order by 10 desc, 1 desc limit 2000
$$;
