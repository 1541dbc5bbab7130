delete from cmdb.ci_history
using (
    select o.ci_id, o.version
    from cmdb.ci_history o
    where o.tenant_id = :tenant_id and o.valid_to < :at
    limit :most
) old
where ci_history.tenant_id = :tenant_id and ci_history.ci_id = old.ci_id and ci_history.version = old.version
