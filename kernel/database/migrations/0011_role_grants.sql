-- That a role was given is kept as long as that it was taken away, with who gave it.

create table kernel.role_grant (
  person_id uuid not null references kernel.person,
  role text not null,
  at timestamptz not null default now(),
  -- Who made the link; null: the link of the first start, or a release that did not say.
  given_by uuid,
  primary key (person_id, role, at)
);

insert into kernel.role_grant (person_id, role, at) select r.person_id, r.role, r.granted_at from kernel.role r;

create function kernel.grant_role(in_person uuid, in_role text, in_giver uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  with given as (
    insert into kernel.role (person_id, role) values (in_person, in_role) on conflict do nothing
    returning person_id, role, granted_at
  )
  insert into kernel.role_grant (person_id, role, at, given_by)
    select g.person_id, g.role, g.granted_at, in_giver from given g
$$;

-- As before, but what was given stays when it was taken away. What no grant is known of was given by an earlier release.
create or replace function kernel.access_history() returns table (at timestamptz, act text, what text, who text, whom text)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select h.at, h.act, h.what, coalesce(w.name, right(h.who::text, 6)), coalesce(m.name, right(h.whom::text, 6)) from (
      select v.at, v.verdict, v.role, v.reviewer, v.person_id from kernel.access_review v
      union all select g.at, 'granted', g.role, g.given_by, g.person_id from kernel.role_grant g
      union all select r.granted_at, 'granted', r.role, null::uuid, r.person_id from kernel.role r
        where not exists (select 1 from kernel.role_grant g
          where g.person_id = r.person_id and g.role = r.role and g.at = r.granted_at)
      union all select t.at, 'read', t.topic, t.person_id, null::uuid from kernel.training_note t
      union all select k.at, 'ticked', k.item, k.officer, null::uuid from kernel.premise_tick k
    ) h (at, act, what, who, whom)
    left join kernel.work_name w on w.person_id = h.who left join kernel.work_name m on m.person_id = h.whom
    where kernel.subject_is('privacy_officer') or kernel.subject_is('security')
    order by h.at desc, h.act, h.what limit 2000
$$;
