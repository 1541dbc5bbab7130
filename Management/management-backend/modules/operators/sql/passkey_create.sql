insert into operators.passkeys (operator_id, id, credential_id, public_key, algorithm, sign_count, backed_up, name, created_at)
values (:actor_id, :id, :credential_id, :public_key, :algorithm, :sign_count, :backed_up, :name, :now)
