import { Button } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { Building2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FactorProblem } from '@monozu/ui/factor/FactorForm';
import classes from './sso.module.css';
import { proveElsewhere } from './way';
import '../entryWords';

const size = 'popup,width=540,height=720';

/** Proving once more who one is, at the organisation's sign-in service: in a window of its own, so that nothing here is lost. */
export function ProveElsewhere({ onDone }: { onDone: () => void }) {
    const { t } = useTranslation();
    const [state, setState] = useState<'ready' | 'waiting' | 'blocked'>('ready');
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const stop = useRef<() => void>(() => undefined);
    useEffect(() => () => stop.current(), []);
    const open = async () => {
        const opened = window.open('about:blank', 'monozu-sso', size);
        setState(opened === null ? 'blocked' : 'waiting');
        setProblem(null);
        if (opened === null) {
            return;
        }
        try {
            stop.current();
            stop.current = await proveElsewhere(opened, onDone);
        } catch (error) {
            opened.close();
            setState('ready');
            setProblem(asProblem(error));
        }
    };
    return (
        <div className={classes.prove}>
            <FactorProblem problem={problem} />
            <Button size="sm" fullWidth data-autofocus leftSection={<Building2 size={16} aria-hidden />} onClick={() => void open()}>
                {t('entry:sso.prove')}
            </Button>
            <p role="status" className={classes.hint}>
                {state === 'waiting' ? t('entry:sso.proveWaiting') : state === 'blocked' ? t('entry:sso.proveBlocked') : ''}
            </p>
        </div>
    );
}
