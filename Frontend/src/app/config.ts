export const product = 'Monozu Cloud';

/** 127.0.0.1 and localhost are one machine but two sites, and the cookie of one is not sent from the other: the API is called by the page's own name. */
function byThisName(url: string): string {
    return location.hostname === 'localhost' ? url.replace('//127.0.0.1:', '//localhost:') : url;
}

/** Where the Cloud Backend is. Empty: on the origin of this page. */
export const apiUrl = byThisName((import.meta.env.VITE_API_URL as string | undefined) ?? '');

const wsUrl = byThisName((import.meta.env.VITE_WS_URL as string | undefined) ?? (apiUrl === '' ? location.origin : apiUrl).replace(/^http/, 'ws'));

export function topicUrl(topic: string): string {
    return `${wsUrl}/api/ws/${topic}`;
}
