import { Button, NativeSelect } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { problemText, toast } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import { reload, rulesDelete, rulesPut } from './api';
import classes from './model.module.css';
import { Ordered } from './Ordered';
import { attributesOf, identifiersOf, orderOf, rulesOf, type Precedence } from './tree';
import type { CiModel } from './types';

const others = '*';

/** What identifies the items of a class, the strongest first, and whom to believe about each attribute. */
export function RulesEditor({ model, classKey, mayWrite }: { model: CiModel; classKey: string; mayWrite: boolean }) {
    const { t } = useTranslation();
    const names = useModelNames();
    const queries = useQueryClient();
    const own = rulesOf(model, classKey);
    const inForce = identifiersOf(model, classKey);
    const [identifiers, setIdentifiers] = useState(inForce.identifiers);
    const [precedence, setPrecedence] = useState<Precedence>(own?.precedence ?? {});
    const [about, setAbout] = useState(others);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const attributes = attributesOf(model, classKey);
    const nameOf = (key: string) => {
        const found = attributes.find((attribute) => attribute.key === key);
        return found === undefined ? key : names.attribute(found);
    };
    const order = orderOf(model, classKey, precedence, about);
    const identifiersChanged = JSON.stringify(identifiers) !== JSON.stringify(inForce.identifiers);
    const changed = identifiersChanged || JSON.stringify(precedence) !== JSON.stringify(own?.precedence ?? {});
    const act = async (what: () => Promise<unknown>) => {
        setBusy(true);
        setProblem(null);
        try {
            await what();
            await reload(queries);
            toast('done', t('cmdbModel:saved'));
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    const save = () =>
        act(() =>
            rulesPut(classKey, own?.version, {
                ...(identifiersChanged || (own?.identifiers.length ?? 0) > 0 ? { identifiers } : {}),
                ...(Object.keys(precedence).length > 0 ? { precedence } : {}),
            }),
        );
    return (
        <>
            <section className={classes.section}>
                <h3>{t('cmdbModel:identification')}</h3>
                <p className={classes.lead}>{t('cmdbModel:identificationLead')}</p>
                {!identifiersChanged && inForce.from !== undefined && inForce.from.key !== classKey && <p className={classes.small}>{t('cmdbModel:inheritedFrom', { name: names.className(inForce.from) })}</p>}
                {identifiers.length === 0 && <p>{t('cmdbModel:noIdentifiers')}</p>}
                <Ordered items={identifiers} labelOf={(together) => together.map(nameOf).join(' + ')} readOnly={!mayWrite} onChange={setIdentifiers} mayDrop />
                {mayWrite && <AddIdentifier choices={attributes.filter(({ type, key }) => type !== 'boolean' && key !== 'status').map(({ key }) => ({ value: key, label: nameOf(key) }))} onAdd={(together) => setIdentifiers([...identifiers, together])} />}
            </section>
            <section className={classes.section}>
                <h3>{t('cmdbModel:precedence')}</h3>
                <p className={classes.lead}>{t('cmdbModel:precedenceLead')}</p>
                <div className={classes.fields}>
                    <NativeSelect
                        label={t('cmdbModel:precedenceOf')}
                        value={about}
                        data={[{ value: others, label: t('cmdbModel:allOthers') }, ...attributes.map(({ key }) => ({ value: key, label: precedence[key] === undefined ? nameOf(key) : t('cmdbModel:ownOrder', { name: nameOf(key) }) }))]}
                        onChange={(event) => setAbout(event.currentTarget.value)}
                    />
                    {mayWrite && precedence[about] !== undefined && about !== others && (
                        <Button variant="default" onClick={() => setPrecedence(Object.fromEntries(Object.entries(precedence).filter(([key]) => key !== about)))}>
                            {t('cmdbModel:backToRest')}
                        </Button>
                    )}
                </div>
                <Ordered items={order} labelOf={names.source} readOnly={!mayWrite} onChange={(next) => setPrecedence({ ...precedence, [about]: next })} />
                {problem !== null && <p role="alert">{[problemText(problem, t('ui.state.errorBody')), ...problem.errors.map(({ detail }) => detail)].join(' ')}</p>}
                {mayWrite && (changed || own?.built_in === false) && (
                    <>
                        <p className={classes.lead}>{t('cmdbModel:rulesNote')}</p>
                        <div className={classes.actions}>
                            {changed && (
                                <Button loading={busy} onClick={() => void save()}>
                                    {t('cmdbModel:saveRules')}
                                </Button>
                            )}
                            {own?.built_in === false && (
                                <Button variant="default" loading={busy} onClick={() => void act(() => rulesDelete(classKey, own.version))}>
                                    {t('cmdbModel:resetRules')}
                                </Button>
                            )}
                        </div>
                    </>
                )}
            </section>
        </>
    );
}

function AddIdentifier({ choices, onAdd }: { choices: readonly { value: string; label: string }[]; onAdd: (together: string[]) => void }) {
    const { t } = useTranslation();
    const [one, setOne] = useState(choices[0]?.value ?? '');
    const [other, setOther] = useState('');
    return (
        <div className={classes.fields} role="group" aria-label={t('cmdbModel:addIdentifier')}>
            <NativeSelect label={t('cmdbModel:attribute')} value={one} data={[...choices]} onChange={(event) => setOne(event.currentTarget.value)} />
            <NativeSelect label={t('cmdbModel:together')} value={other} data={[{ value: '', label: t('cmdbModel:alone') }, ...choices.filter(({ value }) => value !== one)]} onChange={(event) => setOther(event.currentTarget.value)} />
            <Button variant="default" onClick={() => onAdd(other === '' || other === one ? [one] : [one, other])}>
                {t('cmdbModel:add')}
            </Button>
        </div>
    );
}
