select identity.language_suggest(:person_id, :language) as language
