/** Wspólne słowa stron o hasłach i sesjach; te same klucze co w words.en.ts. */
export const setupPl = {
    password: 'Nowe hasło',
    again: 'To samo jeszcze raz',
    rule_one: 'Co najmniej {{count}} znak. Kilka słów jest lepsze niż wiele znaków.',
    rule_few: 'Co najmniej {{count}} znaki. Kilka słów jest lepsze niż wiele znaków.',
    rule_many: 'Co najmniej {{count}} znaków. Kilka słów jest lepsze niż wiele znaków.',
    rule_other: 'Co najmniej {{count}} znaku. Kilka słów jest lepsze niż wiele znaków.',
    tooShort_one: 'Co najmniej {{count}} znak',
    tooShort_few: 'Co najmniej {{count}} znaki',
    tooShort_many: 'Co najmniej {{count}} znaków',
    tooShort_other: 'Co najmniej {{count}} znaku',
    different: 'Hasła się różnią',
    submit: 'Zapisz hasło',
    badLink: 'Ten odnośnik jest niepełny, został już użyty albo wygasł. Poproś o nowy.',
};

export const passwordsPl = {
    refused: {
        'password-length_one': 'Co najmniej {{count}} znak i najwyżej 200',
        'password-length_few': 'Co najmniej {{count}} znaki i najwyżej 200',
        'password-length_many': 'Co najmniej {{count}} znaków i najwyżej 200',
        'password-length_other': 'Co najmniej {{count}} znaku i najwyżej 200',
        'password-repetitive': 'To hasło się powtarza albo jest ciągiem znaków. Weź kilka słów, które do siebie nie pasują.',
        'password-common': 'To hasło wybiera wiele osób, więc odgaduje się je najpierw. Weź kilka słów, które do siebie nie pasują.',
        'password-personal': 'To niewiele więcej niż nazwa związana z Tobą, Twoją organizacją albo tym produktem. Dodaj inne słowa.',
        'password-breached': 'To hasło wyciekło z innej usługi. Wybierz takie, którego nie używasz nigdzie indziej.',
        'wrong-password': 'To nie jest Twoje obecne hasło',
    },
};

export const accountPl = {
    currentPassword: 'Obecne hasło',
    passwordHint: 'Pozostałe sesje się zakończą, a o zmianie powiadomi Cię list.',
    changePassword: 'Zmień hasło',
    passwordChanged: 'Hasło zostało zmienione',
};

export const sessionsPl = {
    title: 'Gdzie jesteś zalogowany(-a)',
    titleOf: 'Sesje: {{name}}',
    lead: 'Nie poznajesz którejś? Zakończ ją i zmień hasło.',
    unknownDevice: 'Nieznane urządzenie',
    current: 'Ta sesja',
    lastUsed: 'używana',
    life: 'Od {{since}}; nieużywana skończy się {{idle}}, najpóźniej {{end}}',
    end: 'Zakończ',
    endNamed: 'Zakończ sesję: {{device}}',
    endOthers: 'Zakończ wszystkie inne',
    endAll: 'Zakończ wszystkie',
    endBody: 'Ktokolwiek jej używa, zostanie wylogowany w ciągu kilku sekund.',
    ended: 'Zakończono',
    endFailed: 'Nie udało się zakończyć',
    none: 'W tej chwili nigdzie.',
};
