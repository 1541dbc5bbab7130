import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../format/RelativeTime';
import { Skeleton } from '../states/Skeleton';
import { ProblemState, problemText } from '../states/StatePanel';
import { StateTag } from '../tags/StateTag';
import { toast } from '../toast/toasts';
import { PasskeyObstacle } from './FactorForm';
import classes from './factors.module.css';
import type { FactorOffer, MyFactors, NewFactor, Passkey, RecoveryCodeList } from './types';

const ConfirmModal = lazy(async () => ({ default: (await import('../form/ConfirmModal')).ConfirmModal }));
const AddFactorModal = lazy(() => import('./AddFactorModal'));
const RecoveryCodesModal = lazy(() => import('./RecoveryCodesModal'));
const RenamePasskey = lazy(() => import('./RenamePasskey'));

type Kind = 'passkey' | 'totp';

/** What stands over the section at this moment. */
type Open = { kind: 'add'; factor: Kind; offer: FactorOffer } | { kind: 'codes'; codes: readonly string[] } | { kind: 'rename'; passkey: Passkey } | { kind: 'remove-passkey'; passkey: Passkey } | { kind: 'remove-totp' } | { kind: 'renew' };

/** The calls of a console's own service. */
export interface FactorsApi {
    product: string;
    mine: (signal: AbortSignal) => Promise<MyFactors>;
    offer: () => Promise<FactorOffer>;
    create: (factor: NewFactor) => Promise<RecoveryCodeList>;
    renewCodes: () => Promise<RecoveryCodeList>;
    removeTotp: () => Promise<unknown>;
    renamePasskey: (id: string, name: string) => Promise<unknown>;
    removePasskey: (id: string) => Promise<unknown>;
}

const factorsKey = ['factors'];

/** Passkeys, the authenticator app and recovery codes of the signed-in person; everything that changes them asks for a fresh proof. */
export function SecurityFactors({ api }: { api: FactorsApi }) {
    const { data, error, refetch } = useQuery({ queryKey: factorsKey, queryFn: ({ signal }) => api.mine(signal) });
    if (error !== null && data === undefined) {
        return <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    return data === undefined ? <Skeleton width={60} /> : <Factors api={api} factors={data} />;
}

function Factors({ api, factors }: { api: FactorsApi; factors: MyFactors }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const [open, setOpen] = useState<Open | null>(null);
    const close = () => setOpen(null);
    const changed = () => queries.invalidateQueries({ queryKey: factorsKey });
    const failed = (problem: unknown) => {
        const known = asProblem(problem);
        if (known.type !== 'step-up-required') {
            toast('failed', t('factor.failed'), { detail: problemText(known, t('ui.state.errorBody')) });
        }
    };
    // Offers are made and kept in memory only, and whoever asks for one proves first who they are.
    const add = (factor: Kind) => void api.offer().then((offer) => setOpen({ kind: 'add', factor, offer }), failed);
    const added = async (factor: NewFactor) => {
        const { recovery_codes: codes } = await api.create(factor);
        await changed();
        setOpen(codes.length > 0 ? { kind: 'codes', codes } : null);
    };
    const hasFactor = factors.totp !== null || factors.passkeys.length > 0;
    return (
        <div className={classes.factors}>
            <p className={classes.lead}>{factors.required ? t('factor.required') : hasFactor ? t('factor.isOn') : t('factor.isOff')}</p>
            <Section title={t('factor.passkeys')} lead={t('factor.passkeyLead')} action={<Button variant="default" onClick={() => add('passkey')}>{t('factor.addPasskey')}</Button>}>
                <PasskeyObstacle rpId={factors.rp_id} />
                {factors.passkeys.length > 0 && (
                    <ul className={classes.list}>
                        {factors.passkeys.map((passkey) => (
                            <li key={passkey.id}>
                                <PasskeyRow passkey={passkey} />
                                <span className={classes.actions}>
                                    <Button size="compact-sm" variant="subtle" aria-label={t('factor.renameNamed', { name: passkey.name })} onClick={() => setOpen({ kind: 'rename', passkey })}>
                                        {t('factor.rename')}
                                    </Button>
                                    <Button size="compact-sm" variant="subtle" color="red" aria-label={t('factor.removeNamed', { name: passkey.name })} onClick={() => setOpen({ kind: 'remove-passkey', passkey })}>
                                        {t('factor.remove')}
                                    </Button>
                                </span>
                            </li>
                        ))}
                    </ul>
                )}
            </Section>
            <Section title={t('factor.totp')} lead={t('factor.totpLead')} action={<Button variant="default" onClick={() => add('totp')}>{factors.totp === null ? t('factor.addTotp') : t('factor.replaceTotp')}</Button>}>
                {factors.totp !== null && (
                    <ul className={classes.list}>
                        <li>
                            <span className={classes.what}>
                                <span className={classes.name}>{t('factor.totp')}</span>
                                <Used createdAt={factors.totp.created_at} lastUsedAt={factors.totp.last_used_at} />
                            </span>
                            <Button size="compact-sm" variant="subtle" color="red" aria-label={t('factor.removeNamed', { name: t('factor.totp') })} onClick={() => setOpen({ kind: 'remove-totp' })}>
                                {t('factor.remove')}
                            </Button>
                        </li>
                    </ul>
                )}
            </Section>
            {hasFactor && (
                <Section title={t('factor.codesTitle')} lead={t('factor.codesWhy')} action={<Button variant="default" onClick={() => setOpen({ kind: 'renew' })}>{t('factor.renewCodes')}</Button>}>
                    <p>{factors.recovery_codes_left === 0 ? <StateTag tone="bad">{t('factor.noCodes')}</StateTag> : t('factor.codesLeft', { count: factors.recovery_codes_left })}</p>
                </Section>
            )}
            <Suspense>
                {open?.kind === 'add' && <AddFactorModal factor={open.factor} offer={open.offer} onAdd={added} onClose={close} />}
                {open?.kind === 'codes' && <RecoveryCodesModal product={api.product} codes={open.codes} onClose={close} />}
                {open?.kind === 'rename' && <RenamePasskey passkey={open.passkey} rename={api.renamePasskey} onDone={changed} onClose={close} />}
                {open?.kind === 'remove-passkey' && <ConfirmModal title={t('factor.removeNamed', { name: open.passkey.name })} body={t('factor.removePasskey')} label={t('factor.remove')} onClose={close} onConfirm={() => api.removePasskey(open.passkey.id).then(changed)} />}
                {open?.kind === 'remove-totp' && <ConfirmModal title={t('factor.removeNamed', { name: t('factor.totp') })} body={t('factor.removeTotp')} label={t('factor.remove')} onClose={close} onConfirm={() => api.removeTotp().then(changed)} />}
                {open?.kind === 'renew' && (
                    <ConfirmModal
                        title={t('factor.renewCodes')}
                        body={t('factor.renewBody')}
                        label={t('factor.renewCodes')}
                        onClose={() => setOpen((now) => (now?.kind === 'renew' ? null : now))}
                        onConfirm={async () => {
                            const { recovery_codes: codes } = await api.renewCodes();
                            await changed();
                            setOpen({ kind: 'codes', codes });
                        }}
                    />
                )}
            </Suspense>
        </div>
    );
}

function Section({ title, lead, action, children }: { title: string; lead: string; action: ReactNode; children: ReactNode }) {
    return (
        <section className={classes.section}>
            <header>
                <div>
                    <h2>{title}</h2>
                    <p className={classes.lead}>{lead}</p>
                </div>
                {action}
            </header>
            {children}
        </section>
    );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
    const { t } = useTranslation();
    return (
        <span className={classes.what}>
            <span className={classes.name}>{passkey.name}</span>
            {passkey.suspected_at !== null && <StateTag tone="bad">{t('factor.suspected')}</StateTag>}
            <Used createdAt={passkey.created_at} lastUsedAt={passkey.last_used_at} />
        </span>
    );
}

function Used({ createdAt, lastUsedAt }: { createdAt: string; lastUsedAt: string | null }) {
    const { t } = useTranslation();
    return (
        <span className={classes.used}>
            {t('factor.added')} <RelativeTime at={createdAt} />
            {' · '}
            {lastUsedAt === null ? (
                t('factor.neverUsed')
            ) : (
                <>
                    {t('factor.lastUsed')} <RelativeTime at={lastUsedAt} />
                </>
            )}
        </span>
    );
}
