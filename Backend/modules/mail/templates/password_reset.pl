Subject: Ustaw nowe hasło
# Ustaw nowe hasło
Ktoś, prawdopodobnie Ty, poprosił o nowe hasło do Twojego konta w Monozu Cloud.
[Ustaw nowe hasło]({{link}})
| Ważne do | {{valid_until}}
> Odnośnik działa raz. Jeśli to nie Twoja prośba, nie musisz nic robić: hasło pozostaje bez zmian.
