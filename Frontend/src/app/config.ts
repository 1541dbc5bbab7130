export const product = 'Monozu Cloud';

/** Where the Cloud Backend is. Empty: on the origin of this page. */
export const apiUrl = (import.meta.env.VITE_API_URL as string | undefined) ?? '';

const wsUrl = (import.meta.env.VITE_WS_URL as string | undefined) ?? (apiUrl === '' ? location.origin : apiUrl).replace(/^http/, 'ws');

export function topicUrl(topic: string): string {
    return `${wsUrl}/api/ws/${topic}`;
}
