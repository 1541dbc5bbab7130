-- The chain looks an entry up by both, as in the Cloud, where this is the key.

create unique index audit_entry_by_tenant on audit.entries (tenant_id, id);
