/** The address says "me" and "none", so that a view means the same for everybody; the server knows ids. */
export function assigneeQuery({ assignee, ...query }: Record<string, string>, me: string): Record<string, string> {
    if (assignee === undefined) {
        return query;
    }
    return assignee === 'none' ? { ...query, unassigned: 'true' } : { ...query, assignee_id: assignee === 'me' ? me : assignee };
}
