import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../nav/search';
import { readListState, toggledSort, toQuery, viewKey, withFilter, writeListState, type FilterSpec } from './state';

const filters: FilterSpec[] = [
    { id: 'status', label: 'Status', kind: 'choice', multiple: true, options: ['open', 'in_progress', 'closed'].map((value) => ({ value, label: value })) },
    { id: 'priority', label: 'Priority', kind: 'choice', options: [{ value: 'high', label: 'High' }] },
    { id: 'from', label: 'From', kind: 'date' },
    { id: 'assignee', label: 'Assignee', kind: 'choice' },
];

const read = (address: string) => readListState(parseSearch(address), filters, '-created_at');

describe('the state of a list', () => {
    it('survives the way through the address', () => {
        const address = '?q=%C5%82%C3%B3d%C5%BA&status=open,in_progress&from=2026-01-02&sort=number';
        const state = read(address);
        expect(state).toEqual({ q: 'łódź', sort: 'number', filters: { status: ['open', 'in_progress'], from: ['2026-01-02'] } });
        expect(stringifySearch(writeListState(state, filters, '-created_at'))).toBe(address);
    });

    it('leaves the default order out of the address', () => {
        expect(writeListState(read(''), filters, '-created_at')).toEqual({});
        expect(read('').sort).toBe('-created_at');
    });

    it('ignores values no choice has, and more than one where one is meant', () => {
        expect(read('?status=open,nonsense,open&priority=high,low').filters).toEqual({ status: ['open'], priority: ['high'] });
    });

    it('keeps a choice whose options are not known yet', () => {
        expect(read('?assignee=0190').filters).toEqual({ assignee: ['0190'] });
    });

    it('leaves what is not its own in the address', () => {
        expect(writeListState(withFilter(read('?status=open'), 'status', []), filters, '-created_at', { status: 'open', new: '1' })).toEqual({ new: '1' });
    });

    it('asks the server for what it shows', () => {
        expect(toQuery(read('?q=x&status=open,closed'))).toEqual({ q: 'x', sort: '-created_at', status: 'open,closed' });
    });

    it('sorts as a column is mostly read, then the other way round', () => {
        expect(toggledSort('-created_at', 'name', 'up')).toBe('name');
        expect(toggledSort('name', 'name', 'up')).toBe('-name');
        expect(toggledSort('-name', 'created_at', 'down')).toBe('-created_at');
    });

    it('knows a view by its filters, whatever their order', () => {
        expect(viewKey({ status: 'open,closed', sort: 'number' })).toBe(viewKey({ status: 'closed,open' }));
        expect(viewKey({ status: 'open' })).not.toBe(viewKey({}));
    });
});
