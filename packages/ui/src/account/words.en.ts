/** The words that the pages about passwords and sessions share, by the groups of each console's own. words.pl.ts has the same keys. */
export const setupEn = {
    password: 'New password',
    again: 'The same once more',
    rule_one: 'At least {{count}} character. A few words are better than many signs.',
    rule_other: 'At least {{count}} characters. A few words are better than many signs.',
    tooShort_one: 'At least {{count}} character',
    tooShort_other: 'At least {{count}} characters',
    different: 'The two are not the same',
    submit: 'Keep the password',
    badLink: 'This link is not complete, was used already or has expired. Ask for a new one.',
};

export const passwordsEn = {
    refused: {
        'password-length_one': 'At least {{count}} character, and at most 200',
        'password-length_other': 'At least {{count}} characters, and at most 200',
        'password-repetitive': 'This repeats itself or is a row of characters. Take a few words that do not belong together.',
        'password-common': 'Many people choose this one, so guessers try it first. Take a few words that do not belong together.',
        'password-personal': 'This is little more than a name that belongs to you, your organisation or this product. Add words that do not.',
        'password-breached': 'This password is known from a breach of another service. Choose one that you use nowhere else.',
        'wrong-password': 'This is not your present password',
    },
};

export const accountEn = {
    currentPassword: 'Present password',
    passwordHint: 'Your other sessions end, and a letter tells you of the change.',
    changePassword: 'Change the password',
    passwordChanged: 'The password is changed',
};

export const sessionsEn = {
    title: 'Where you are signed in',
    titleOf: 'Where {{name}} is signed in',
    lead: 'Is there one that you do not know? End it, and change your password.',
    unknownDevice: 'Unknown device',
    current: 'This one',
    lastUsed: 'used',
    life: 'Since {{since}}; ends on {{idle}} unless it is used, and on {{end}} at the latest',
    end: 'End',
    endNamed: 'End the session of {{device}}',
    endOthers: 'End all others',
    endAll: 'End all',
    endBody: 'Whoever uses it is signed out within seconds.',
    ended: 'Ended',
    endFailed: 'That could not be ended',
    none: 'Nowhere at the moment.',
};
