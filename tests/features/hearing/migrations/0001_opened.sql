-- Comes with the widening: a row is reached only as far as the version goes under which its function was opened.
alter policy own on app.voice_note
  using (person_id = kernel.subject() and (kernel.purpose() = 'rights'
    or (open and kernel.covers_opening('read', kernel.purpose(), 'recording', function, device_id))))
  with check (person_id = kernel.subject()
    and kernel.covers_opening('collect', kernel.purpose(), 'recording', function, device_id));
