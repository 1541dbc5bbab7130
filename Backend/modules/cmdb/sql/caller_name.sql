select coalesce((select m.display_name from identity.memberships m where m.tenant_id = :tenant_id and m.person_id = :id),
                (select a.name from identity.service_accounts a where a.tenant_id = :tenant_id and a.id = :id)) as name

