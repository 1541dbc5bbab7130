/** Słowa oznaki łańcucha dziennika; te same klucze co w words.en.ts. */
export const chainPl = {
    chain: {
        intact: 'Dziennik nienaruszony',
        broken: 'Dziennik naruszony',
        pending: 'Jeszcze niesprawdzony',
        checked_one: 'sprawdzono {{shown}} wpis, {{at}}',
        checked_few: 'sprawdzono {{shown}} wpisy, {{at}}',
        checked_many: 'sprawdzono {{shown}} wpisów, {{at}}',
        checked_other: 'sprawdzono {{shown}} wpisu, {{at}}',
        removed_one: 'Po upływie okresu przechowywania usunięto {{shown}} wpis, do {{until}}.',
        removed_few: 'Po upływie okresu przechowywania usunięto {{shown}} wpisy, do {{until}}.',
        removed_many: 'Po upływie okresu przechowywania usunięto {{shown}} wpisów, do {{until}}.',
        removed_other: 'Po upływie okresu przechowywania usunięto {{shown}} wpisu, do {{until}}.',
    },
    fault: {
        changed: 'Zmieniono wpis',
        missing: 'Brakuje wpisu',
        reordered: 'Zamieniono kolejność wpisów',
        inserted: 'Dołożono wpis',
        unsealed: 'Wpis zbyt długo czeka na zapieczętowanie',
        vanished: 'Usunięto wpis, zanim został zapieczętowany',
        truncated: 'Brakuje końca dziennika',
        forged: 'Dziennik nie jest tym, który podpisano',
    },
};
