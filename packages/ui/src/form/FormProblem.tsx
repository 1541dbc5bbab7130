import type { ApiProblem } from '@monozu/api-client';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../states/StatePanel';
import classes from './form.module.css';

/** What went wrong, on top of a form; read out at once. */
export function FormProblem({ problem, others = [] }: { problem: ApiProblem | null; others?: readonly string[] }) {
    const { t } = useTranslation();
    const explain = useProblemText();
    if (problem === null) {
        return null;
    }
    return (
        <div role="alert" className={classes.problem}>
            <CircleAlert size={15} aria-hidden />
            <div>
                <p>{explain(problem)}</p>
                {others.map((text) => (
                    <p key={text}>{text}</p>
                ))}
                {problem.requestId !== null && problem.status >= 500 && <p className={classes.request}>{t('ui.state.requestId', { id: problem.requestId })}</p>}
            </div>
        </div>
    );
}
