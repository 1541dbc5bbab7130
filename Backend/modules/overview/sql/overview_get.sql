-- Unfinished incidents and open alerts have indexes of their own, so that this stays quick however long the history is.
select i.incidents_open, i.incidents_unassigned, i.incidents_critical, i.incidents_high,
       a.alerts_open, a.alerts_critical, a.alerts_high, r.alerts_recent,
       d.devices_online, d.devices_total
from (select count(*) as incidents_open,
             count(*) filter (where assignee_id is null) as incidents_unassigned,
             count(*) filter (where priority = 'critical') as incidents_critical,
             count(*) filter (where priority = 'high') as incidents_high
      from itsm.incidents
      where tenant_id = :tenant_id and status in ('open', 'in_progress')) as i,
     (select count(*) as alerts_open,
             count(*) filter (where severity = 'critical') as alerts_critical,
             count(*) filter (where severity = 'high') as alerts_high
      from alerts.alerts
      where tenant_id = :tenant_id and status = 'open') as a,
     (select count(*) as alerts_recent
      from alerts.alerts
      where tenant_id = :tenant_id and created_at > :recent_since) as r,
     (select count(*) as devices_total,
             count(*) filter (where last_seen_at >= :online_since) as devices_online
      from devices.devices
      where tenant_id = :tenant_id and revoked_at is null) as d
