/** A port as a scan tells of it; what it did not find out is left out. */
export interface Port {
    port: number;
    protocol: string;
    state: string;
    service?: string;
    product?: string;
    version?: string;
}

function isPort(value: unknown): value is Port {
    return typeof value === 'object' && value !== null && typeof (value as Port).port === 'number';
}

/** The open ones, each in one line: "22 ssh (OpenSSH 9.2)". */
export function openPorts(ports: unknown): string[] {
    const open = (Array.isArray(ports) ? ports : []).filter(isPort).filter((one) => one.state === 'open');
    return open.map(({ port, protocol, service, product, version }) => {
        const running = [product, version].filter((word) => typeof word === 'string' && word !== '').join(' ');
        const number = protocol === 'udp' ? `${String(port)}/udp` : String(port);
        return [number, service, running === '' ? undefined : `(${running})`].filter((word) => word !== undefined && word !== '').join(' ');
    });
}
