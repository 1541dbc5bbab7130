Subject: Zmieniono Twoje hasło
# Zmieniono Twoje hasło
Hasło do Twojego konta w Monozu Cloud zostało zmienione.
| Czas | {{at}}
| Miejsce | {{place}}
[Otwórz Monozu Cloud]({{app}})
> Jeśli to Ty, nie musisz nic robić. Jeśli nie, natychmiast ustaw nowe hasło i powiadom administratora.
