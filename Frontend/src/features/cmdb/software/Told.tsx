import { AppLink, RelativeTime } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { paths } from '../../../app/paths';
import { inventoryQuery } from './api';
import classes from './software.module.css';

/** Which appliance tells of this part of the machine, and when it last did. Without one, what would have to be done. */
export function Told({ id, section }: { id: string; section: string }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const { data } = useQuery(inventoryQuery(id));
    if (data === undefined) {
        return null;
    }
    if (data.devices.length === 0) {
        return <p className={classes.source}>{t('inventory:noAppliance')}</p>;
    }
    return (
        <>
            {data.devices.map((device) => {
                const told = data.sections.find((one) => one.device_id === device.id && one.section === section);
                return (
                    <p key={device.id} className={classes.source}>
                        <span>
                            {t('inventory:toldBy')} {can('devices:read') ? <AppLink href={paths.device(device.id)}>{device.name}</AppLink> : device.name}
                        </span>
                        {told === undefined ? <span>{t('inventory:notTold')}</span> : <span>{t('inventory:confirmed')} <RelativeTime at={told.seen_at} /></span>}
                    </p>
                );
            })}
        </>
    );
}
