Subject: Nowe logowanie na Twoje konto
# Nowe logowanie na Twoje konto
Ktoś zalogował się na Twoje konto w Monozu Cloud z urządzenia, którego wcześniej nie używano.
| Urządzenie | {{device}}
| Miejsce | {{place}}
| Czas | {{at}}
[Otwórz Monozu Cloud]({{app}})
> Jeśli to Ty, nie musisz nic robić. Jeśli nie, natychmiast ustaw nowe hasło i zakończ tę sesję w swoim profilu.
