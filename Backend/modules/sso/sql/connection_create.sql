insert into sso.connections (tenant_id, id, kind, name, directory_id, issuer, client_id, client_secret, domains, joining, role, created_at)
values (:tenant_id, :id, :kind, :name, :directory_id, :issuer, :client_id, :client_secret, :domains, 'members', 'auditor', :now)
