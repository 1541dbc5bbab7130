import { AppLink, useFormat } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paths } from '../../app/paths';
import { useModelNames } from '../../app/cmdb/names';
import { ciQuery } from './api';
import type { Attribute, Value } from './types';
import classes from './cmdb.module.css';

const nothing = '—';

/** A value as people read it: with its unit, dates as they write them, references by name. `plain`: without links, where something else is one. */
export function ValueText({ attribute, value, plain = false }: { attribute: Attribute | undefined; value: Value | undefined; plain?: boolean }) {
    const { t } = useTranslation();
    const format = useFormat();
    const names = useModelNames();
    if (value === null || value === undefined) {
        return nothing;
    }
    if (typeof value === 'boolean') {
        return t(value ? 'cmdb:yes' : 'cmdb:no');
    }
    if (typeof value === 'number') {
        const text = format.number(value, 6);
        return <span className="mz-numbers">{typeof attribute?.unit === 'string' ? `${text}\u00a0${attribute.unit}` : text}</span>;
    }
    if (typeof value !== 'string') {
        return value.join(', ');
    }
    switch (attribute?.type) {
        case 'date':
            return <time dateTime={value}>{format.date(value)}</time>;
        case 'reference':
            return <Reference id={value} plain={plain} />;
        case 'ip':
        case 'mac':
            return <span className={classes.code}>{value}</span>;
        case 'enumeration':
            return names.choice(attribute, value);
        case 'url':
            return plain || !/^https?:\/\//i.test(value) ? (
                value
            ) : (
                <a href={value} target="_blank" rel="noreferrer">
                    {value}
                </a>
            );
        default:
            return value;
    }
}

function Reference({ id, plain }: { id: string; plain: boolean }) {
    const { data } = useQuery({ ...ciQuery(id), staleTime: Infinity });
    const name = data?.name ?? '…';
    return plain ? name : <AppLink href={paths.ci(id)}>{name}</AppLink>;
}
