Subject: Użyto dostępu awaryjnego
# Użyto dostępu awaryjnego
{{person}}: logowanie do Monozu Cloud z pominięciem usługi logowania organizacji, choć jest ona wymagana.
| Miejsce | {{place}}
| Czas | {{at}}
[Otwórz Monozu Cloud]({{app}})
> Ten dostęp służy sytuacjom awaryjnym. Jeśli nie wiesz, dlaczego go użyto, zapytaj od razu i zakończ sesje tej osoby.
