-- sorts: place text = t.place, other_name text = t.other_name, created_at timestamptz = t.created_at
-- id: t.id
-- The same at another time: the relations that lived then, between the CIs that their records are of today, whose names are those of then.
select t.id, t.place, t.type_key, t.direction, t.other_id, t.other_name, t.other_class_key, t.other_status, t.other_stale, t.note,
       t.source_ids, t.source_kinds, t.source_names, t.source_quiet, t.created_at, t.seen_at
from (
    select (array_agg(e.id order by e.id))[1] as id, e.type_key || ' ' || e.direction || ' ' || h.name as place, e.type_key, e.direction,
           h.ci_id as other_id, h.name as other_name, h.class_key as other_class_key, h.status as other_status, false as other_stale,
           (array_agg(e.note order by e.id desc) filter (where e.note is not null))[1] as note,
           array_agg(s.id order by e.id) as source_ids, array_agg(s.kind order by e.id) as source_kinds,
           array_agg(s.name order by e.id) as source_names,
           array_agg(s.quiet_after_hours is not null and s.seen_at < now() - make_interval(hours => s.quiet_after_hours) order by e.id)
               as source_quiet,
           min(e.created_at) as created_at, max(e.seen_at) as seen_at
    from (
        select r.id, r.type_key, 'outgoing' as direction, r.to_ci as other_id, r.source_id, r.note, r.created_at, r.seen_at
        from cmdb.relations r
        where r.tenant_id = :tenant_id and r.from_ci = :ci_id and r.to_ci <> :ci_id and r.created_at <= :as_of::timestamptz
          and case when r.ended_at is null then true else r.ended_at > :as_of::timestamptz end
        union all
        select r.id, r.type_key, 'incoming', r.from_ci, r.source_id, r.note, r.created_at, r.seen_at
        from cmdb.relations r
        where r.tenant_id = :tenant_id and r.to_ci = :ci_id and r.from_ci <> :ci_id and r.created_at <= :as_of::timestamptz
          and case when r.ended_at is null then true else r.ended_at > :as_of::timestamptz end
    ) e
    join cmdb.ci_history h on h.tenant_id = :tenant_id and h.ci_id = e.other_id and h.live
         and h.valid_from <= :as_of::timestamptz and h.valid_to > :as_of::timestamptz
    join cmdb.sources s on s.tenant_id = :tenant_id and s.id = e.source_id
    where case when :type::text is null then true else e.type_key = :type::text end
      and case when :direction::text is null then true else e.direction = :direction::text end
    group by e.type_key, e.direction, h.tenant_id, h.ci_id, h.version
) t
where {after}
{order}
limit :limit
