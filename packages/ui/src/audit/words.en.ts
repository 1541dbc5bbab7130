/** What the badge of the audit chain says, for each console's `audit` words. words.pl.ts has the same keys. */
export const chainEn = {
    chain: {
        intact: 'Log intact',
        broken: 'Log tampered with',
        pending: 'Not checked yet',
        checked_one: '{{shown}} entry checked, {{at}}',
        checked_other: '{{shown}} entries checked, {{at}}',
        removed_one: '{{shown}} entry removed after its retention, up to {{until}}.',
        removed_other: '{{shown}} entries removed after their retention, up to {{until}}.',
    },
    fault: {
        changed: 'An entry was changed',
        missing: 'An entry is missing',
        reordered: 'Entries changed places',
        inserted: 'An entry was slipped in',
        unsealed: 'An entry waits too long to be sealed',
        vanished: 'An entry was removed before it was sealed',
        truncated: 'The end of the log is missing',
        forged: 'The log is not the one that was signed',
    },
};
