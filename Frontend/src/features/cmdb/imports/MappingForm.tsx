import { Button, NativeSelect } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { ProblemState, Skeleton } from '@monozu/ui';
import { FormProblem } from '@monozu/ui/form';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue, type Catalogue } from '../useCatalogue';
import { useNames, type Names } from '../useNames';
import { importCheck, suggestionQuery } from './api';
import type { Import, Suggestion } from './types';
import classes from './imports.module.css';

/** Which class the rows are of and what each column means: what the last import of such a file said, else a guess, to be corrected. */
export default function MappingForm({ of, onChecked }: { of: Import; onChecked: (made: Import) => void }) {
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const [classKey, setClassKey] = useState<string | null>(of.class_key);
    const { data, error, refetch } = useQuery(suggestionQuery(of.id, classKey));
    if (error !== null && data === undefined) {
        return <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    if (data === undefined || catalogue === undefined) {
        return <Skeleton width={60} />;
    }
    const chosen = classKey ?? data.class_key ?? 'server';
    // What is being corrected stays as long as it is about the same class.
    return <Form key={chosen} of={of} classKey={chosen} suggestion={data} catalogue={catalogue} names={names} onClass={setClassKey} onChecked={onChecked} />;
}

interface FormProps {
    of: Import;
    classKey: string;
    suggestion: Suggestion;
    catalogue: Catalogue;
    names: Names;
    onClass: (key: string) => void;
    onChecked: (made: Import) => void;
}

function Form({ of, classKey, suggestion, catalogue, names, onClass, onChecked }: FormProps) {
    const { t } = useTranslation();
    const known = of.mapping !== null && of.class_key === classKey ? of.mapping : suggestion.mapping;
    const [mapping, setMapping] = useState<Record<string, string>>({ ...known });
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const [busy, setBusy] = useState(false);
    const choices = [...catalogue.classes.values()].filter((one) => !one.abstract);
    const meanings = [
        { value: '', label: t('cmdbImports:mapping.pass') },
        { value: 'name', label: names.attributeOf('name') },
        { value: 'status', label: names.attributeOf('status') },
        { value: 'class', label: t('cmdbImports:mapping.classColumn') },
        ...catalogue.attributesOf(classKey).filter(({ key }) => key !== 'name' && key !== 'status').map(({ key }) => ({ value: key, label: names.attributeOf(key) })),
    ];
    const check = async (event: FormEvent) => {
        event.preventDefault();
        setBusy(true);
        setProblem(null);
        try {
            onChecked(await importCheck(of.id, classKey, Object.fromEntries(Object.entries(mapping).filter(([, meaning]) => meaning !== ''))));
        } catch (error) {
            setProblem(asProblem(error));
            setBusy(false);
        }
    };
    const errorOf = (column: string) => problem?.errors.find(({ pointer }) => pointer === `/mapping/${column}`)?.detail;
    return (
        <form className={classes.page} noValidate onSubmit={(event) => void check(event)}>
            <h2>{t('cmdbImports:mapping.title')}</h2>
            <p className={classes.lead}>{t('cmdbImports:mapping.lead')}</p>
            {suggestion.remembered && <p className={classes.lead}>{t('cmdbImports:mapping.remembered')}</p>}
            <FormProblem problem={problem} others={problem?.errors.filter(({ pointer }) => !pointer.startsWith('/mapping/')).map(({ detail }) => detail) ?? []} />
            <NativeSelect
                label={t('cmdbImports:mapping.class')}
                description={t('cmdbImports:mapping.classHint')}
                value={classKey}
                data={choices.map(({ key }) => ({ value: key, label: catalogue.lineage(key).slice(1).map((one) => names.classOf(one.key)).join(' › ') }))}
                onChange={(event) => onClass(event.currentTarget.value)}
            />
            <table className={classes.mapping}>
                <thead>
                    <tr>
                        <th scope="col">{t('cmdbImports:mapping.column')}</th>
                        <th scope="col">{t('cmdbImports:mapping.means')}</th>
                    </tr>
                </thead>
                <tbody>
                    {of.columns.map((column) => (
                        <tr key={column}>
                            <th scope="row">{column}</th>
                            <td>
                                <NativeSelect aria-label={column} value={mapping[column] ?? ''} data={meanings} error={errorOf(column)} onChange={(event) => setMapping({ ...mapping, [column]: event.currentTarget.value })} />
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
            <div>
                <Button type="submit" loading={busy}>
                    {t('cmdbImports:mapping.check')}
                </Button>
            </div>
        </form>
    );
}
