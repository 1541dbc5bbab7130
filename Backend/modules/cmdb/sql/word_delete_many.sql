delete from cmdb.ci_words
using jsonb_to_recordset(:rows::jsonb) as r (word text, ci_id uuid)
where ci_words.tenant_id = :tenant_id and ci_words.word = r.word and ci_words.ci_id = r.ci_id
