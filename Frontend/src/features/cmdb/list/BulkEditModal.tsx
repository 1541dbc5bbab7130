import { Button, CloseButton, Modal, NativeSelect } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { toast } from '@monozu/ui';
import { FormProblem } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bulkApply, bulkPreview, cisKey, type BulkChange, type BulkPreview, type Chosen } from '../api';
import { statuses, type CiStatus } from '../types';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';
import { ValueField } from '../ValueField';
import { valueOf } from '../values';
import { BulkPreviewTable } from './BulkPreviewTable';
import { selectionOf } from './conditions';
import classes from './bulk.module.css';

const status = 'status';

interface BulkEditModalProps {
    ids: readonly string[];
    /** What the list shows, for a change of all of it. */
    query: Readonly<Record<string, string>>;
    /** The class that all of them are of; its attributes can be changed. */
    classKey: string;
    catalogue: Catalogue;
    names: Names;
    onClose: () => void;
    onDone: () => void;
}

/** First what is to change, then what that does to each of them and what is refused and why; only then is it done. */
export default function BulkEditModal({ ids, query, classKey, catalogue, names, onClose, onDone }: BulkEditModalProps) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const [drafts, setDrafts] = useState<Record<string, string>>({ [status]: '' });
    const [preview, setPreview] = useState<BulkPreview | null>(null);
    const [all, setAll] = useState(false);
    const [done, setDone] = useState(0);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const attributes = catalogue.attributesOf(classKey);
    const others = [{ value: status, label: t('cmdb:statusLabel') }, ...attributes.map(({ key }) => ({ value: key, label: names.attributeOf(key) }))].filter(({ value }) => drafts[value] === undefined);
    const set = (key: string, draft: string | null) => {
        setDrafts(draft === null ? Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== key)) : { ...drafts, [key]: draft });
        setProblem(null);
    };
    const { [status]: wantedStatus = '', ...wanted } = drafts;
    const change: BulkChange = {
        ...(wantedStatus === '' ? {} : { status: wantedStatus as CiStatus }),
        ...(Object.keys(wanted).length === 0 ? {} : { attributes: Object.fromEntries(attributes.filter(({ key }) => wanted[key] !== undefined).map((attribute) => [attribute.key, valueOf(attribute, wanted[attribute.key] ?? '')])) }),
    };
    const nothing = wantedStatus === '' && Object.keys(wanted).length === 0;
    const run = async (work: () => Promise<void>) => {
        setBusy(true);
        setProblem(null);
        try {
            await work();
        } catch (failure) {
            setProblem(asProblem(failure));
        } finally {
            setBusy(false);
        }
    };
    const chosen: Chosen = all ? { query: selectionOf(query) } : { ids };
    const look = () => run(async () => setPreview(await bulkPreview(chosen, change)));
    const apply = () =>
        run(async () => {
            const { changed, refusals } = await bulkApply(chosen, change, setDone).finally(() => queries.invalidateQueries({ queryKey: cisKey }));
            toast('done', t('cmdb:bulk.done', { count: changed }), refusals === 0 ? {} : { detail: t('cmdb:bulk.left', { count: refusals }) });
            onClose();
            onDone();
        });
    const errorOf = (key: string) => problem?.errors.find(({ pointer }) => pointer.endsWith(`/${key}`))?.detail;
    return (
        <Modal opened onClose={onClose} size="xl" title={t('cmdb:bulk.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <form
                noValidate
                className={classes.form}
                onSubmit={(event) => {
                    event.preventDefault();
                    if (preview !== null) {
                        void apply();
                    } else if (!nothing) {
                        void look();
                    }
                }}
            >
                <FormProblem problem={problem} />
                {preview === null ? (
                    <>
                        <NativeSelect label={t('cmdb:bulk.which')} value={all ? 'all' : 'ids'} data={[{ value: 'ids', label: t('cmdb:bulk.selected', { count: ids.length }) }, { value: 'all', label: t('cmdb:bulk.all') }]} onChange={(event) => setAll(event.currentTarget.value === 'all')} />
                        <p className={classes.hint}>{t('cmdb:bulk.hint')}</p>
                        {Object.entries(drafts).map(([key, draft]) => {
                            const attribute = catalogue.attributes.get(key);
                            return (
                                <div key={key} className={classes.change}>
                                    <div className={classes.field}>
                                        {key === status || attribute === undefined ? (
                                            <NativeSelect label={t('cmdb:statusLabel')} value={draft} error={errorOf(status)} data={[{ value: '', label: t('cmdb:bulk.asItIs') }, ...statuses.map((value) => ({ value, label: names.status(value) }))]} onChange={(event) => set(status, event.currentTarget.value)} />
                                        ) : (
                                            <ValueField attribute={attribute} label={names.attributeOf(key)} draft={draft} error={errorOf(key)} onChange={(next) => set(key, next)} />
                                        )}
                                    </div>
                                    <CloseButton aria-label={t('cmdb:bulk.remove', { name: key === status ? t('cmdb:statusLabel') : names.attributeOf(key) })} onClick={() => set(key, null)} />
                                </div>
                            );
                        })}
                        <NativeSelect label={t('cmdb:bulk.add')} value="" data={[{ value: '', label: '—' }, ...others]} onChange={(event) => event.currentTarget.value !== '' && set(event.currentTarget.value, '')} />
                    </>
                ) : (
                    <BulkPreviewTable preview={preview} catalogue={catalogue} names={names} />
                )}
                {busy && done > 0 && <p role="status">{t('cmdb:bulk.progress', { done, total: preview?.changed ?? done })}</p>}
                <div className={classes.actions}>
                    <Button variant="default" onClick={preview === null ? onClose : () => setPreview(null)}>
                        {preview === null ? t('ui.cancel') : t('cmdb:bulk.back')}
                    </Button>
                    <Button type="submit" loading={busy} disabled={preview === null ? nothing : preview.changed === 0}>
                        {preview === null ? t('cmdb:bulk.preview') : t('cmdb:bulk.apply', { count: preview.changed })}
                    </Button>
                </div>
            </form>
        </Modal>
    );
}
