import { RelativeTime, type Column, type ColumnChoice } from '@monozu/ui';
import type { TFunction } from 'i18next';
import { StaleMark } from '../StaleMark';
import { Status } from '../Status';
import type { Attribute, Ci } from '../types';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';
import { ValueText } from '../ValueText';
import { attributeOf, filterId } from './conditions';
import classes from '../cmdb.module.css';

const widths: Partial<Record<Attribute['type'], number>> = { number: 110, boolean: 90, date: 110, ip: 130, mac: 150 };

/** Every column that a list of this class may have: those of every CI, then one an attribute. The past is sorted by name only. */
export function allColumns(classKey: string, catalogue: Catalogue | undefined, names: Names, t: TFunction, sortable: boolean): Column<Ci>[] {
    const own: Column<Ci>[] = [
        {
            id: 'name',
            header: t('cmdb:name'),
            width: 220,
            grow: true,
            sort: { field: 'name', first: 'up' },
            card: 'title',
            cell: (row) => (
                <>
                    <span className={classes.name}>{row.name}</span> {row.stale && <StaleMark short />}
                </>
            ),
        },
        { id: 'class', header: t('cmdb:class'), width: 150, card: 'lead', cell: (row) => names.classOf(row.class_key) },
        { id: 'status', header: t('cmdb:statusLabel'), width: 164, card: 'lead', cell: (row) => <Status status={row.status} /> },
        { id: 'seen', header: t('cmdb:seen'), width: 120, sort: { field: 'seen_at', first: 'down' }, card: 'none', cell: (row) => <RelativeTime at={row.seen_at} /> },
        { id: 'updated', header: t('cmdb:updated'), width: 120, sort: { field: 'updated_at', first: 'down' }, cell: (row) => <RelativeTime at={row.updated_at} /> },
        { id: 'created', header: t('cmdb:created'), width: 120, sort: { field: 'created_at', first: 'down' }, card: 'none', cell: (row) => <RelativeTime at={row.created_at} /> },
    ];
    const attributes = (catalogue?.attributesOf(classKey) ?? []).map(
        (attribute): Column<Ci> => ({
            id: filterId(attribute.key),
            header: names.attributeOf(attribute.key),
            width: widths[attribute.type] ?? 150,
            ...(attribute.type === 'list' ? {} : { sort: { field: filterId(attribute.key), first: 'up' as const } }),
            ...(attribute.type === 'number' ? { align: 'end' as const } : {}),
            cell: (row) => <ValueText plain attribute={attribute} value={row.attributes[attribute.key]} />,
        }),
    );
    return [...own, ...attributes].map((column) => (sortable ? column : { ...column, sort: undefined }));
}

const atEnd = ['a.owner', 'a.location', 'seen', 'updated'];
const ownShown = 3;
// What is asked first of most machines; of other classes what is theirs alone.
const telling = ['ip_addresses', 'os_name', 'model', 'serial_number', 'version'];

/** What a reader who has chosen nothing sees: of a class that was chosen its most telling attributes too. */
export function usualColumns(classKey: string, catalogue: Catalogue | undefined): string[] {
    const own = catalogue === undefined || classKey === 'ci' ? [] : catalogue.attributesOf(classKey).filter((attribute) => attribute.class_key !== 'ci').map(({ key }) => key);
    const first = telling.filter((key) => own.includes(key));
    const shown = (first.length > 0 ? first : own).slice(0, ownShown);
    const leaf = catalogue !== undefined && classKey !== 'ci' && catalogue.childrenOf(classKey).length === 0;
    return ['name', ...(leaf ? [] : ['class']), 'status', ...shown.map(filterId), ...atEnd];
}

/** The columns by their ids, in that order; ids that no column has any more are passed over. */
export function pick(columns: readonly Column<Ci>[], ids: readonly string[]): Column<Ci>[] {
    const found = ids.flatMap((id) => columns.filter((column) => column.id === id));
    return found.length > 0 ? found : columns.slice(0, 1);
}

export function offer(columns: readonly Column<Ci>[], catalogue: Catalogue | undefined, names: Names): ColumnChoice['available'] {
    return columns.map(({ id, header }) => {
        const attribute = catalogue?.attributes.get(id.slice(2));
        return attribute === undefined ? { id, label: header } : { id, label: header, group: names.classOf(attribute.class_key) };
    });
}

const fields: Record<string, string> = { class: 'class_key', seen: 'seen_at', updated: 'updated_at', created: 'created_at' };

/** The columns as a file of the list names them. */
export const fileColumns = (ids: readonly string[]): string[] => ids.map((id) => fields[id] ?? attributeOf(id) ?? id);
