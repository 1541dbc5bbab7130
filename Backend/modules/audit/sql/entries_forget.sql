select audit.forget(:tenant_id, :through, :default_days) as forgotten
