import { describe, expect, it } from 'vitest';
import { openPorts } from './ports';

describe('the ports of a host', () => {
    it('are told in one line each, as far as they are known', () => {
        expect(
            openPorts([
                { port: 22, protocol: 'tcp', state: 'open', service: 'ssh', product: 'OpenSSH', version: '9.2' },
                { port: 53, protocol: 'udp', state: 'open', service: 'domain' },
                { port: 80, protocol: 'tcp', state: 'closed' },
                { port: 9100, protocol: 'tcp', state: 'open' },
                'nonsense',
            ]),
        ).toEqual(['22 ssh (OpenSSH 9.2)', '53/udp domain', '9100']);
    });

    it('may be missing', () => {
        expect(openPorts(null)).toEqual([]);
    });
});
