select identity.reset_request(:new_id, :email, :language, :now) as id
