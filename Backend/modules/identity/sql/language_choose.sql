select id
from identity.language_choose(:language) as chosen (id)
