import classes from './tags.module.css';

export type Tone = 'good' | 'bad' | 'wait' | 'active' | 'work' | 'off';

/** A state by its word, with a dot whose filling differs too: hollow for what is off or over, half for what is under way. */
export function StateTag({ tone, children }: { tone: Tone; children: string }) {
    const fill = tone === 'off' ? 'hollow' : tone === 'work' || tone === 'wait' ? 'half' : 'full';
    return (
        <span className={classes.state} data-tone={tone}>
            <svg viewBox="0 0 10 10" width={8} height={8} aria-hidden>
                <circle cx={5} cy={5} r={fill === 'full' ? 5 : 4} fill={fill === 'full' ? 'currentColor' : 'none'} stroke={fill === 'full' ? 'none' : 'currentColor'} strokeWidth={2} />
                {fill === 'half' && <path d="M5 1a4 4 0 0 1 0 8Z" fill="currentColor" />}
            </svg>
            {children}
        </span>
    );
}
