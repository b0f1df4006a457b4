-- Security sees rows of the log while an incident stands, of its window alone.
create policy incident on app.log_entry for select
  using (kernel.purpose() = 'security' and kernel.incident_covers(at));
