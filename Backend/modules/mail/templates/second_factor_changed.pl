Subject: Zmieniono drugi składnik logowania
# Zmieniono drugi składnik logowania
{{#authenticator_added}}Do Twojego konta w Monozu Cloud dodano aplikację uwierzytelniającą.{{/authenticator_added}}
{{#authenticator_removed}}Z Twojego konta w Monozu Cloud usunięto aplikację uwierzytelniającą.{{/authenticator_removed}}
{{#passkey_added}}Do Twojego konta w Monozu Cloud dodano klucz dostępu.{{/passkey_added}}
{{#passkey_removed}}Z Twojego konta w Monozu Cloud usunięto klucz dostępu.{{/passkey_removed}}
{{#recovery_codes_renewed}}Dla Twojego konta w Monozu Cloud utworzono nowe kody odzyskiwania; stare już nie działają.{{/recovery_codes_renewed}}
{{#reset}}Administrator usunął wszystkie drugie składniki logowania z Twojego konta w Monozu Cloud. Ustaw nowy przy następnym logowaniu.{{/reset}}
| Czas | {{at}}
| Miejsce | {{place}}
[Otwórz Monozu Cloud]({{app}})
> Jeśli to dla Ciebie niespodzianka, natychmiast ustaw nowe hasło i powiadom administratora.
