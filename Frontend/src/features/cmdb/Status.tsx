import { StateTag, type Tone } from '@monozu/ui';
import { useModelNames } from '../../app/cmdb/names';
import type { CiStatus } from './types';

const tones: Record<CiStatus, Tone> = { planned: 'wait', ordered: 'wait', in_stock: 'active', in_use: 'good', maintenance: 'work', retired: 'off', disposed: 'off' };

export function Status({ status }: { status: CiStatus }) {
    const names = useModelNames();
    return <StateTag tone={tones[status]}>{names.status(status)}</StateTag>;
}
