import { asProblem } from '@monozu/api-client';
import { ActionMenu, problemText, toast, type MenuEntry } from '@monozu/ui';
import { ChevronsUpDown } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/api';
import { useMe } from '../../app/me';
import { finishSwitch } from '../../app/sso/finishSwitch';
import classes from './session.module.css';

const TenantFinder = lazy(async () => ({ default: (await import('./TenantFinder')).TenantFinder }));

/** As many as one sees at a glance; for more there is a field to type into. */
const mostAtAGlance = 8;

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
        if (id !== me.tenant_id) {
            session.switchTenant(id).catch((error: unknown) => finishSwitch(asProblem(error))).catch((error: unknown) => toast('failed', t('session.switchFailed'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) }));
        }
    };
    const target = (toggle?: () => void) => (
        <button type="button" className={classes.tenantButton} aria-label={t('session.tenantIs', { name: me.tenant_name })} onClick={toggle}>
            {name}
            <ChevronsUpDown size={13} aria-hidden />
        </button>
    );
    if (me.tenants.length > mostAtAGlance) {
        return (
            <Suspense fallback={target()}>
                <TenantFinder tenants={me.tenants} current={me.tenant_id} onChoose={choose} target={target} />
            </Suspense>
        );
    }
    const entries = me.tenants.map((tenant): MenuEntry => ({ label: tenant.name, checked: tenant.id === me.tenant_id, run: () => choose(tenant.id) }));
    return <ActionMenu width={240} entries={[{ heading: t('session.tenants') }, ...entries]} target={target()} />;
}
