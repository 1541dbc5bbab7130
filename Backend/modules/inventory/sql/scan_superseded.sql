-- Whether a later scan that was complete has been taken in already: who is not in that one is quiet, whatever this one saw.
select exists (
    select 1
    from cmdb.network_scans
    where tenant_id = :tenant_id and network_id = :network_id and complete and taken_at is not null and ended_at > :at) as superseded
