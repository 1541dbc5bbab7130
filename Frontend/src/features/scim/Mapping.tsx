import { Button, NativeSelect } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { problemText, toast } from '@monozu/ui';
import { Notice } from '@monozu/ui/entry';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { useRoleChoices } from '../../app/roleChoices';
import { chosenRole, valueOfRole } from '../../app/roleValue';
import type { Directory } from '../../app/types';
import { directoryQuery, mappingPut } from './api';
import { choicesOf, mappedOf, moved, type Choice } from './order';
import classes from './scim.module.css';

/** Which groups have which roles; the order says which of them decides. */
export function Mapping({ directory }: { directory: Directory }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const queries = useQueryClient();
    const readOnly = !can('scim:write');
    const [choices, setChoices] = useState(() => choicesOf(directory.groups));
    const [byDefault, setByDefault] = useState(valueOfRole({ role: directory.default_role, role_id: directory.default_role_id }));
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const roles = useRoleChoices().filter((choice) => choice.value !== 'owner');
    const choose = (id: string, role: string) => setChoices((before) => before.map((choice) => (choice.id === id ? { ...choice, role } : choice)));
    const save = async () => {
        setBusy(true);
        setProblem(null);
        try {
            const chosen = chosenRole(byDefault);
            const kept = await mappingPut({ default_role: chosen.role, default_role_id: chosen.role_id, groups: mappedOf(choices) });
            queries.setQueryData(directoryQuery.queryKey, kept);
            setChoices(choicesOf(kept.groups));
            toast('done', t('scim:saved'));
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    const move = (choice: Choice, by: -1 | 1, at: number) => (
        <Button
            size="compact-sm"
            variant="default"
            aria-label={t(by < 0 ? 'scim:up' : 'scim:down', { group: choice.name })}
            disabled={readOnly || at + by < 0 || at + by >= choices.length}
            onClick={() => setChoices(moved(choices, choice.id, by))}
        >
            {by < 0 ? <ArrowUp size={14} aria-hidden /> : <ArrowDown size={14} aria-hidden />}
        </Button>
    );
    return (
        <section className={classes.section}>
            <h2>{t('scim:roles')}</h2>
            <p className={classes.lead}>{t('scim:rolesLead')}</p>
            {readOnly && <p className={classes.lead}>{t('scim:readOnly')}</p>}
            {problem !== null && (
                <Notice kind="bad">
                    <p>{problemText(problem, t('ui.state.errorBody'))}</p>
                </Notice>
            )}
            {choices.length === 0 && <p>{t('scim:noGroups')}</p>}
            <ol className={classes.groups}>
                {choices.map((choice, at) => (
                    <li key={choice.id} className={classes.group}>
                        <div className={classes.groupName}>
                            <strong>{choice.name}</strong>
                            <span className={classes.lead}>{t('scim:members', { count: choice.members })}</span>
                        </div>
                        <NativeSelect
                            aria-label={t('scim:role', { group: choice.name })}
                            data={[{ value: '', label: t('scim:noRole') }, ...roles]}
                            value={choice.role}
                            disabled={readOnly}
                            onChange={(event) => choose(choice.id, event.currentTarget.value)}
                        />
                        <div className={classes.moves}>
                            {move(choice, -1, at)}
                            {move(choice, 1, at)}
                        </div>
                    </li>
                ))}
            </ol>
            <NativeSelect
                className={classes.byDefault}
                label={t('scim:byDefault')}
                description={t('scim:byDefaultHelp')}
                data={roles}
                value={byDefault}
                disabled={readOnly}
                onChange={(event) => setByDefault(event.currentTarget.value)}
            />
            {!readOnly && (
                <div>
                    <Button loading={busy} onClick={() => void save()}>
                        {t('scim:save')}
                    </Button>
                </div>
            )}
        </section>
    );
}
