Subject: Jak się zalogować
# Jak się zalogować
Ktoś, prawdopodobnie Ty, poprosił o nowe hasło do Twojego konta w Monozu Cloud.
Nie potrzebujesz hasła: {{organization}} loguje swoich pracowników własną usługą logowania. Na stronie logowania wybierz „Zaloguj się przez swoją organizację”.
[Zaloguj się]({{link}})
> Jeśli to nie Twoja prośba, nie musisz nic robić.
