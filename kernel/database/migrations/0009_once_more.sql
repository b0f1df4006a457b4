-- What is looked at once more, after a wait for a lock: who acts, and whether there still is what they act on.

-- Takes the closing back. False: there is nothing to take back any more, the account being erased at this moment too.
create or replace function kernel.reopen_account(in_at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
begin
  -- Whoever erases holds the closing: after the wait the person is looked up anew.
  perform 1 from kernel.closing c where c.person_id = kernel.subject() for update;
  delete from kernel.closing c where c.person_id = kernel.subject() and c.erase_at > in_at
    and exists (select 1 from kernel.person p where p.id = c.person_id and p.erased_at is null);
  return found;
end $$;

-- As before, but the right is looked up once more after the wait, and who asked must still hold one, and have asked
-- within the last thirty days.
create or replace function kernel.review_access(in_id uuid, in_person uuid, in_role text, in_keep boolean,
    in_at timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  me uuid := kernel.subject();
  said text := 'kept';
begin
  -- All of them, in one order: two who take away at once come one after the other.
  perform 1 from kernel.role r order by r.person_id, r.role for update;
  if not (kernel.subject_is('privacy_officer') or kernel.subject_is('security')) then
    return 'not_allowed';
  end if;
  if in_person = me then
    return 'own_access';
  end if;
  if not exists (select 1 from kernel.role r where r.person_id = in_person and r.role = in_role) then
    return 'access_gone';
  end if;
  if not in_keep and in_role = 'privacy_officer' then
    if (select count(*) from kernel.staff_with('privacy_officer')) < 2 then
      return 'last_officer';
    end if;
    if not exists (select 1 from kernel.access_review v where v.person_id = in_person and v.role = in_role
        and v.verdict = 'asked' and v.reviewer <> me and v.at > kernel.looked_at(in_person, in_role)
        and v.at > in_at - interval '30 days'
        and exists (select 1 from kernel.role o where o.person_id = v.reviewer
          and o.role in ('privacy_officer', 'security'))) then
      said := 'asked';
    end if;
  end if;
  if not in_keep and said <> 'asked' then
    said := 'taken';
  end if;
  insert into kernel.access_review (person_id, id, role, verdict, reviewer, at)
    values (in_person, in_id, in_role, said, me, in_at);
  if said = 'taken' then
    delete from kernel.role r where r.person_id = in_person and r.role = in_role;
    update kernel.session s set ended_at = now() where s.person_id = in_person and s.ended_at is null;
  end if;
  return said;
end $$;
