import { Button, PasswordInput } from '@mantine/core';
import { answer, asProblem, type ApiProblem } from '@monozu/api-client';
import { AppLink, type Language } from '@monozu/ui';
import { LinkProblem, NewPassword } from '@monozu/ui/account/NewPassword';
import { passwordText } from '@monozu/ui/account/passwordText';
import { useToken } from '@monozu/ui/account/useToken';
import { EntryForm, EntryFrame, Notice } from '@monozu/ui/entry';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, session } from '../../app/api';
import { product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { paths } from '../../app/paths';
import { invitationGet, setUp, type InvitationSeen } from './api';
import '../../app/entryWords';

type Outcome = 'asking' | 'password set' | 'accepted';

/** The link of an invitation: a new person chooses a password, somebody with one says that they agree. */
export function SetupPage() {
    const { t, i18n } = useTranslation();
    const token = useToken();
    const [outcome, setOutcome] = useState<Outcome>('asking');
    const { data: invitation, error } = useQuery({ queryKey: ['invitation', token], queryFn: () => invitationGet(token), enabled: token !== '' && outcome === 'asking', retry: false, staleTime: Infinity });

    const frame = { product, onLanguage: (language: Language) => void switchLanguage(i18n, language) };
    if (outcome !== 'asking') {
        return (
            <EntryFrame {...frame} title={t('setup.doneTitle')}>
                <Notice kind="good">
                    <p>{outcome === 'accepted' ? t('setup.accepted') : t('setup.doneBody')}</p>
                </Notice>
                <AppLink href={session.state === 'signed-in' ? paths.overview() : paths.login()}>{session.state === 'signed-in' ? t('setup.toConsole') : t('setup.toLogin')}</AppLink>
            </EntryFrame>
        );
    }
    if (token === '' || error !== null) {
        return (
            <EntryFrame {...frame} title={t('setup.title')}>
                <LinkProblem problem={error === null ? null : asProblem(error)} />
                <AppLink href={paths.login()}>{t('setup.toLogin')}</AppLink>
            </EntryFrame>
        );
    }
    if (invitation === undefined) {
        return <EntryFrame {...frame} title={t('setup.title')}>{null}</EntryFrame>;
    }
    if (invitation.has_password) {
        return (
            <EntryFrame {...frame} title={t('setup.joinTitle', { name: invitation.tenant_name })} lead={t('setup.joinLead', { email: invitation.email })}>
                <Accept token={token} invitation={invitation} onDone={() => setOutcome('accepted')} />
            </EntryFrame>
        );
    }
    return (
        <EntryFrame {...frame} title={t('setup.title')} lead={t('setup.lead', { name: invitation.tenant_name, email: invitation.email })}>
            <NewPassword token={token} send={setUp} onDone={() => setOutcome('password set')} />
        </EntryFrame>
    );
}

function AcceptProblem({ problem }: { problem: ApiProblem }) {
    const { t } = useTranslation();
    if (problem.status === 429) {
        return <Notice kind="bad"><p>{t('setup.tooMany')}</p></Notice>;
    }
    if (problem.type === 'sign-in-to-accept') {
        return (
            <Notice kind="bad">
                <p>{t('setup.signInFirst')}</p>
                <AppLink href={paths.login()}>{t('setup.toLogin')}</AppLink>
            </Notice>
        );
    }
    return <LinkProblem problem={problem} />;
}

/** Whoever is signed in as the invited person need not show the password again. */
function Accept({ token, invitation, onDone }: { token: string; invitation: InvitationSeen; onDone: () => void }) {
    const { t } = useTranslation();
    const me = useQuery({
        queryKey: ['me', 'invited'],
        queryFn: async () => ((await session.start()) === 'signed-in' ? answer(api.GET('/api/v1/me')) : null),
        retry: false,
    });
    const isMe = me.data?.email === invitation.email;
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const password = String(new FormData(event.currentTarget).get('password') ?? '');
        setBusy(true);
        setProblem(null);
        try {
            await (isMe ? api.POST('/api/v1/me/invitations', { body: { token } }) : setUp(token, password));
            onDone();
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    const wrong = problem === null ? null : passwordText(t, problem);
    return (
        <EntryForm onSubmit={(event) => void submit(event)}>
            {problem !== null && wrong === null && <AcceptProblem problem={problem} />}
            {!isMe && !me.isPending && <PasswordInput size="sm" name="password" autoComplete="current-password" autoFocus label={t('ui.login.password')} error={wrong} visibilityToggleButtonProps={{ 'aria-label': t('ui.login.showPassword') }} />}
            <Button type="submit" size="sm" fullWidth loading={busy} disabled={me.isPending}>
                {t('setup.accept')}
            </Button>
            {!isMe && <AppLink href={paths.forgot()}>{t('entry:forgot.link')}</AppLink>}
        </EntryForm>
    );
}
