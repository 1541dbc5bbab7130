Subject: {{inviter}} zaprasza do organizacji {{organization}}
# Zaproszenie do organizacji {{organization}}
{{inviter}} zaprasza Cię do pracy w Monozu Cloud w organizacji {{organization}}.
[Przyjmij zaproszenie]({{link}})
| Ważne do | {{valid_until}}
> Nie znasz osoby, która Cię zaprasza ({{inviter}})? Nie musisz nic robić: nieprzyjęte zaproszenie samo wygasa.
