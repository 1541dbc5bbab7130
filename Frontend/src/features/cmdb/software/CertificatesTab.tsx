import { AppLink, StateTag, useFormat } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths';
import type { Ci } from '../types';
import { certificatesOf, type Certificate } from './api';
import { validityOf, validityTone } from './expiry';
import { Rows, type RowColumn } from './Rows';
import { Told } from './Told';
import classes from './software.module.css';
import './words';

const byKey = { sort: 'key' };

function nameOf(row: Certificate): string {
    return row.names[0] ?? row.subject ?? row.fingerprint;
}

/** The certificates that programs of the machine show, and until when they are good. */
export default function CertificatesTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const format = useFormat();
    const source = useMemo(() => certificatesOf(ci.id), [ci.id]);
    const columns = useMemo(
        (): RowColumn<Certificate>[] => [
            { id: 'name', header: t('inventory:certificate'), cell: (row) => (row.ci_id === null ? nameOf(row) : <AppLink href={paths.ci(row.ci_id)}>{nameOf(row)}</AppLink>) },
            {
                id: 'validity',
                header: t('inventory:validity'),
                cell: (row) => {
                    const validity = validityOf(row, Date.now());
                    return validity === null ? '—' : <StateTag tone={validityTone[validity]}>{t(`inventory:valid.${validity}`)}</StateTag>;
                },
            },
            { id: 'until', header: t('inventory:until'), cell: (row) => (row.not_after === null ? '—' : <time dateTime={row.not_after}>{format.date(row.not_after)}</time>) },
            { id: 'issuer', header: t('inventory:issuer'), cell: (row) => row.issuer ?? '—' },
            { id: 'key', header: t('inventory:key'), cell: (row) => row.key ?? '—' },
            {
                id: 'endpoints',
                header: t('inventory:shownAt'),
                cell: (row) => (
                    <ul className={classes.lines}>
                        {row.endpoints.map((endpoint) => (
                            <li key={endpoint} className={classes.code}>
                                {endpoint}
                            </li>
                        ))}
                    </ul>
                ),
            },
        ],
        [t, format],
    );
    return (
        <>
            <Told id={ci.id} section="certificates" />
            <Rows title={t('inventory:certificates')} source={source} query={byKey} columns={columns} empty={t('inventory:noCertificates')} />
        </>
    );
}
