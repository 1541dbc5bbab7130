import { Button } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { OverviewPage, problemText, ProblemState, Skeleton, toast } from '@monozu/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../app/dialogs';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { permissionsQuery, rolesKey, rolesQuery } from '../../app/rights';
import type { RoleView } from '../../app/types';
import { roleDelete, roleUpdate } from './api';
import { changes, keyOf, rebased, toggled, type Draft } from './matrix';
import { Matrix } from './Matrix';
import classes from './roles.module.css';
import '../../app/administrationWords';

const RoleForm = lazy(async () => ({ default: (await import('./RoleForm')).RoleForm }));

export function RolesPage() {
    return (
        <Module permission="roles:read">
            <Roles />
        </Module>
    );
}

type Asked = { kind: 'create'; from: RoleView | null } | { kind: 'edit'; role: RoleView } | { kind: 'delete'; role: RoleView };

/** Who may do what: rights down, roles across. Built-in roles are to read; the tenant's own are ticked in place and saved together. */
function Roles() {
    const { t } = useTranslation();
    const { can } = useMe();
    const queries = useQueryClient();
    const roles = useQuery(rolesQuery);
    const permissions = useQuery(permissionsQuery);
    const [kept, setDraft] = useState<Draft>(new Map());
    const [asked, setAsked] = useState<Asked | null>(null);
    const [saving, setSaving] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const failed = roles.error ?? permissions.error;
    if (failed !== null && (roles.data === undefined || permissions.data === undefined)) {
        return <ProblemState whole problem={asProblem(failed)} onRetry={() => void Promise.all([roles.refetch(), permissions.refetch()])} />;
    }
    const all = roles.data?.items ?? [];
    const draft = rebased(kept, all);
    const count = changes(draft, all);
    const reload = () => Promise.all([queries.invalidateQueries({ queryKey: rolesKey }), queries.invalidateQueries({ queryKey: ['me'] })]);
    const save = async () => {
        setSaving(true);
        setProblem(null);
        try {
            for (const role of all) {
                const wanted = draft.get(keyOf(role));
                if (role.id !== null && wanted !== undefined) {
                    await roleUpdate(role.id, role.version, { permissions: [...wanted] });
                }
            }
            toast('done', t('rights.saved'));
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            await reload();
            setSaving(false);
        }
    };
    const discard = () => {
        setDraft(new Map());
        setProblem(null);
    };
    return (
        <OverviewPage title={t('nav.roles')} aside={can('roles:write') && <Button onClick={() => setAsked({ kind: 'create', from: null })}>{t('rights.create')}</Button>}>
            <p className={classes.lead}>{t('rights.lead')}</p>
            {roles.data === undefined || permissions.data === undefined ? (
                <Skeleton width={60} />
            ) : (
                <Matrix
                    roles={all}
                    permissions={permissions.data.items}
                    draft={draft}
                    onToggle={(role, right) => setDraft(toggled(draft, role, right))}
                    onCopy={(role) => setAsked({ kind: 'create', from: role })}
                    onEdit={(role) => setAsked({ kind: 'edit', role })}
                    onDelete={(role) => setAsked({ kind: 'delete', role })}
                />
            )}
            {(count > 0 || problem !== null) && (
                <div role="region" aria-label={t('rights.unsaved')} className={classes.bar}>
                    <span role="status">{t('rights.changes', { count })}</span>
                    {problem !== null && <span role="alert" className={classes.problem}>{problemText(problem, t('ui.state.errorBody'))}</span>}
                    <Button variant="default" onClick={discard}>
                        {t('rights.discard')}
                    </Button>
                    <Button loading={saving} disabled={count === 0} onClick={() => void save()}>
                        {t('ui.save')}
                    </Button>
                </div>
            )}
            <Suspense>
                {(asked?.kind === 'create' || asked?.kind === 'edit') && (
                    <RoleForm
                        roles={all}
                        role={asked.kind === 'edit' ? asked.role : null}
                        from={asked.kind === 'create' ? asked.from : null}
                        onClose={() => setAsked(null)}
                        onDone={() => {
                            setAsked(null);
                            toast('done', t('rights.saved'));
                            void reload();
                        }}
                    />
                )}
                {asked?.kind === 'delete' && (
                    <ConfirmModal
                        title={t('rights.delete')}
                        body={t('rights.deleteBody', { name: asked.role.name })}
                        label={t('rights.delete')}
                        onClose={() => setAsked(null)}
                        onConfirm={async () => {
                            await roleDelete(asked.role.id ?? '');
                            await reload();
                        }}
                    />
                )}
            </Suspense>
        </OverviewPage>
    );
}
