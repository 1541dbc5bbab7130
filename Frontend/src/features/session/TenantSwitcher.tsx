import { asProblem } from '@monozu/api-client';
import { ActionMenu, problemText, toast, type MenuEntry } from '@monozu/ui';
import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/api';
import { finishSwitch } from '../../app/factor/asking';
import { useMe } from '../../app/me';
import classes from './session.module.css';

/** Whose data this is. People who work for several tenants choose here; the others see only the name. */
export function TenantSwitcher() {
    const { t } = useTranslation();
    const { me } = useMe();
    const name = (
        <span className={classes.tenant}>
            <img src="/icon.svg" alt="" width={20} height={20} />
            <span className={classes.tenantName}>{me.tenant_name}</span>
        </span>
    );
    if (me.tenants.length < 2) {
        return <div className={classes.tenantStatic}>{name}</div>;
    }
    const choose = (id: string) => {
        session.switchTenant(id).catch((error: unknown) => finishSwitch(asProblem(error))).catch((error: unknown) => toast('failed', t('session.switchFailed'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) }));
    };
    const entries = me.tenants.map(
        (tenant): MenuEntry => ({
            label: tenant.name,
            checked: tenant.id === me.tenant_id,
            run: () => {
                if (tenant.id !== me.tenant_id) {
                    choose(tenant.id);
                }
            },
        }),
    );
    return (
        <ActionMenu
            width={240}
            entries={[{ heading: t('session.tenants') }, ...entries]}
            target={
                <button type="button" className={classes.tenantButton} aria-label={t('session.tenantIs', { name: me.tenant_name })}>
                    {name}
                    <ChevronsUpDown size={13} aria-hidden />
                </button>
            }
        />
    );
}
