import { StateTag } from '@monozu/ui';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../app/types';

const tones = { done: 'good', refused: 'bad', failed: 'wait' } as const;

export function OutcomeTag({ outcome }: { outcome: AuditEntry['outcome'] }) {
    const { t } = useTranslation();
    return <StateTag tone={tones[outcome]}>{t(`audit.outcomes.${outcome}`)}</StateTag>;
}

export function who(entry: AuditEntry, t: TFunction): string {
    return entry.actor_email ?? entry.actor_name ?? t(`audit.kind.${entry.actor_kind}`);
}
