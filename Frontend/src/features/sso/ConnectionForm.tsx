import { Button, Checkbox, NativeSelect, PasswordInput, Radio, Textarea, TextInput } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { toast } from '@monozu/ui';
import { FormProblem } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoleChoices } from '../../app/roleChoices';
import { chosenRole, valueOfRole } from '../../app/roleValue';
import { connectionUpdate, ssoQuery, type Connection, type ConnectionPatch } from './api';
import { readDomains } from './domains';
import { Mappings, mappingsOf, rowsOf } from './Mappings';
import classes from './sso.module.css';

/** Everything about a connection that is typed or chosen; what switches it is on the page around it. */
export function ConnectionForm({ connection, editable }: { connection: Connection; editable: boolean }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const roles = useRoleChoices(valueOfRole(connection)).filter(({ value }) => value !== 'owner');
    const [rows, setRows] = useState(() => rowsOf(connection.mappings));
    const [joining, setJoining] = useState(connection.joining);
    const [wrong, setWrong] = useState<{ name?: string; domains?: string; mappings?: string }>({});
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const entra = connection.kind === 'entra';

    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const value = (name: string) => String(data.get(name) ?? '').trim();
        const domains = readDomains(value('domains'));
        const mappings = mappingsOf(rows);
        const found: typeof wrong = {};
        if (value('name') === '') {
            found.name = t('form.required');
        }
        if (domains.length === 0) {
            found.domains = t('form.required');
        }
        if (mappings.some((mapping) => mapping.value === '')) {
            found.mappings = t('sso:mappingEmpty');
        }
        setWrong(found);
        if (Object.keys(found).length > 0 || busy) {
            return;
        }
        const where: ConnectionPatch = entra ? { directory_id: value('directory_id') } : { issuer: value('issuer'), client_id: value('client_id'), ...(value('client_secret') === '' ? {} : { client_secret: value('client_secret') }) };
        setBusy(true);
        setProblem(null);
        try {
            await connectionUpdate(connection, { name: value('name'), domains, joining, trusts_second_factor: data.get('trusts_second_factor') !== null, mappings, ...chosenRole(value('role')), ...where });
            toast('done', t('sso:kept'));
            await queries.invalidateQueries({ queryKey: ssoQuery.queryKey });
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    return (
        <form noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
            <FormProblem problem={problem} others={problem?.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`) ?? []} />
            <TextInput name="name" disabled={!editable} label={t('sso:name')} description={t('sso:nameHelp')} defaultValue={connection.name} error={wrong.name} maxLength={100} />
            {entra ? (
                <TextInput name="directory_id" disabled={!editable} label={t('sso:directory')} description={t('sso:directoryHelp')} defaultValue={connection.directory_id ?? ''} />
            ) : (
                <>
                    <TextInput name="issuer" disabled={!editable} type="url" label={t('sso:issuer')} description={t('sso:issuerHelp')} defaultValue={connection.issuer} />
                    <TextInput name="client_id" disabled={!editable} label={t('sso:clientId')} defaultValue={connection.client_id ?? ''} />
                    {editable && <PasswordInput name="client_secret" autoComplete="off" label={t('sso:secret')} description={t('sso:secretKept')} visibilityToggleButtonProps={{ 'aria-label': t('ui.login.showPassword') }} />}
                </>
            )}
            <Textarea name="domains" disabled={!editable} rows={2} label={t('sso:domains')} description={t('sso:domainsHelp')} defaultValue={connection.domains.join(', ')} error={wrong.domains} />
            <Radio.Group label={t('sso:joining')} value={joining} onChange={(chosen) => setJoining(chosen as Connection['joining'])}>
                <div className={classes.choices}>
                    <Radio value="members" disabled={!editable} label={t('sso:join.members')} />
                    <Radio value="everybody" disabled={!editable} label={t('sso:join.everybody')} />
                </div>
            </Radio.Group>
            <NativeSelect name="role" disabled={!editable} label={t('sso:role')} description={t('sso:roleHelp')} data={roles} defaultValue={valueOfRole(connection)} key={roles.length} />
            <section aria-labelledby="mappings">
                <h2 id="mappings">{t('sso:mappings')}</h2>
                <p className={classes.quiet}>{t('sso:mappingsHelp')}</p>
                <Mappings rows={rows} editable={editable} onChange={setRows} />
                {wrong.mappings !== undefined && (
                    <p role="alert" className={classes.wrong}>
                        {wrong.mappings}
                    </p>
                )}
            </section>
            <Checkbox name="trusts_second_factor" disabled={!editable} label={t('sso:trusts')} description={t('sso:trustsHelp')} defaultChecked={connection.trusts_second_factor} />
            {editable && (
                <div>
                    <Button type="submit" loading={busy}>
                        {t('ui.save')}
                    </Button>
                </div>
            )}
        </form>
    );
}
