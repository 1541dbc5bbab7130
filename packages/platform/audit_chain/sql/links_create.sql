insert into audit.links (tenant_id, seq, entry_id, hash, sealed_at)
select :tenant_id::uuid, link.seq, link.entry_id, link.hash, :sealed_at::timestamptz
from unnest(:seqs::bigint[], :entry_ids::uuid[], :hashes::bytea[]) as link (seq, entry_id, hash)
