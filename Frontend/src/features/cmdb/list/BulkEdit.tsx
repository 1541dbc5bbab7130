import { Button } from '@mantine/core';
import { PencilLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';

const BulkEditModal = lazy(() => import('./BulkEditModal'));

interface BulkEditProps {
    ids: readonly string[];
    query: Readonly<Record<string, string>>;
    classKey: string;
    catalogue: Catalogue;
    names: Names;
    onDone: () => void;
}

/** Offers to change all selected CIs; nothing happens before its preview was seen. */
export function BulkEdit(props: BulkEditProps) {
    const { t } = useTranslation();
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button size="compact-sm" leftSection={<PencilLine size={14} aria-hidden />} onClick={() => setOpen(true)}>
                {t('cmdb:bulk.edit')}
            </Button>
            {open && (
                <Suspense>
                    <BulkEditModal {...props} onClose={() => setOpen(false)} />
                </Suspense>
            )}
        </>
    );
}
