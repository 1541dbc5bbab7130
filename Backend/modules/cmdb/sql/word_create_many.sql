insert into cmdb.ci_words (tenant_id, word, ci_id)
select :tenant_id, r.word, r.ci_id
from jsonb_to_recordset(:rows::jsonb) as r (word text, ci_id uuid)
