update sso.connections
set name = :name, directory_id = :directory_id, issuer = :issuer, client_id = :client_id, client_secret = :client_secret, domains = :domains,
    joining = :joining, role = :role, role_id = :role_id, trusts_second_factor = :trusts_second_factor, enabled = :enabled,
    enforced = :enforced, settings = :settings, version = version + 1
where tenant_id = :tenant_id and id = :id
