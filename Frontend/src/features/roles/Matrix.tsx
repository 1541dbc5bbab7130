import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ActionMenu } from '@monozu/ui';
import { Check, Ellipsis, Minus } from 'lucide-react';
import { Fragment, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { byModule } from '../../app/rightGroups';
import { useRightWords, useWhyNot } from '../../app/rights';
import type { PermissionInfo, RoleView } from '../../app/types';
import { keyOf, rightsOf, type Draft } from './matrix';
import classes from './roles.module.css';

export interface MatrixProps {
    roles: readonly RoleView[];
    permissions: readonly PermissionInfo[];
    draft: Draft;
    onToggle: (role: RoleView, right: string) => void;
    onCopy: (role: RoleView) => void;
    onEdit: (role: RoleView) => void;
    onDelete: (role: RoleView) => void;
}

const steps: Partial<Record<string, readonly [number, number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Arrow keys go from box to box; what lies between is passed over. */
function onArrow(event: KeyboardEvent<HTMLTableElement>) {
    const step = steps[event.key];
    const cell = event.target instanceof HTMLInputElement ? event.target.closest('td') : null;
    const row = cell?.parentElement;
    if (step === undefined || cell === null || !(row instanceof HTMLTableRowElement)) {
        return;
    }
    const rows = [...event.currentTarget.rows];
    let [at, column] = [rows.indexOf(row), cell.cellIndex];
    for (;;) {
        at += step[0];
        column += step[1];
        const next = rows[at];
        if (next === undefined || column < 0 || (step[1] !== 0 && column >= next.cells.length)) {
            return;
        }
        const box = next.cells[column]?.querySelector('input');
        if (box instanceof HTMLInputElement && !box.disabled) {
            event.preventDefault();
            box.focus();
            return;
        }
    }
}

export function Matrix(props: MatrixProps) {
    const { roles, permissions } = props;
    const { t } = useTranslation();
    const words = useRightWords();
    const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
    const [chosen, setChosen] = useState<string | null>(null);
    // There is room for one role on a phone: the tenant's first own one is what people come for.
    const one = roles.find((role) => keyOf(role) === chosen) ?? roles.find((role) => role.id !== null) ?? roles[0];
    const shown = isPhone ? (one === undefined ? [] : [one]) : roles;
    return (
        <>
            {isPhone && one !== undefined && (
                <NativeSelect
                    label={t('rights.role')}
                    value={keyOf(one)}
                    data={roles.map((role) => ({ value: keyOf(role), label: words.role(role.role, role.name) }))}
                    onChange={(event) => setChosen(event.currentTarget.value)}
                />
            )}
            {/* It scrolls sideways where there are many roles, so the keyboard has to reach it. */}
            <div role="region" aria-label={t('nav.roles')} tabIndex={0} className={classes.scroller}>
                <table className={classes.matrix} onKeyDown={onArrow}>
                    <thead>
                        <tr>
                            <th scope="col" className={classes.corner}>
                                {t('rights.right')}
                            </th>
                            {shown.map((role) => (
                                <th key={keyOf(role)} scope="col">
                                    <RoleHead role={role} {...props} />
                                </th>
                            ))}
                        </tr>
                    </thead>
                    {byModule(permissions).map(({ module, permissions: rights }) => (
                        <tbody key={module}>
                            <tr>
                                <th scope="colgroup" colSpan={shown.length + 1} className={classes.module}>
                                    {words.module(module)}
                                </th>
                            </tr>
                            {rights.map(({ name }) => (
                                <tr key={name}>
                                    <th scope="row" className={classes.right}>
                                        {words.right(name)}
                                        <code>{name}</code>
                                    </th>
                                    {shown.map((role) => (
                                        <Fragment key={keyOf(role)}>
                                            <Cell role={role} right={name} {...props} />
                                        </Fragment>
                                    ))}
                                </tr>
                            ))}
                        </tbody>
                    ))}
                </table>
            </div>
        </>
    );
}

function RoleHead({ role, onCopy, onEdit, onDelete }: MatrixProps & { role: RoleView }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const words = useRightWords();
    const whyNot = useWhyNot();
    const name = words.role(role.role, role.name);
    const reason = whyNot(role);
    return (
        <div className={classes.head}>
            <span className={classes.roleName} title={role.description || undefined}>
                {name}
            </span>
            <span className={classes.holders}>{role.id === null ? t('rights.builtIn') : t('rights.holders', { count: role.people + role.service_accounts })}</span>
            {can('roles:write') && (
                <ActionMenu
                    position="bottom-end"
                    entries={[
                        { label: t('rights.copy'), run: () => onCopy(role), ...(reason === null ? {} : { hint: reason }) },
                        ...(role.id === null || reason !== null ? [] : [{ label: t('rights.edit'), run: () => onEdit(role) }, { label: t('rights.delete'), run: () => onDelete(role) }]),
                    ]}
                    target={
                        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('rights.actionsFor', { name })}>
                            <Ellipsis size={14} aria-hidden />
                        </ActionIcon>
                    }
                />
            )}
        </div>
    );
}

function Cell({ role, right, draft, onToggle }: MatrixProps & { role: RoleView; right: string }) {
    const { t } = useTranslation();
    const { me, can } = useMe();
    const words = useRightWords();
    const whyNot = useWhyNot();
    const has = rightsOf(role, draft).includes(right);
    if (role.id === null || !can('roles:write')) {
        return (
            <td>
                {has ? <Check size={15} className={classes.yes} aria-hidden /> : <Minus size={13} className={classes.no} aria-hidden />}
                <span className="mz-hidden">{has ? t('rights.yes') : t('rights.no')}</span>
            </td>
        );
    }
    const reason = whyNot(role) ?? (me.permissions.includes(right) ? null : t('rights.youLack', { rights: words.right(right) }));
    return (
        <td data-changed={has !== role.permissions.includes(right)} title={reason ?? undefined}>
            <Checkbox
                size="xs"
                checked={has}
                disabled={reason !== null}
                aria-label={t('rights.cell', { role: role.name, right: words.right(right) })}
                onChange={() => onToggle(role, right)}
                classNames={{ root: classes.box ?? '', body: classes.boxBody ?? '' }}
            />
        </td>
    );
}
