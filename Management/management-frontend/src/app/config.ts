export const product = 'Monozu Management';

/** Where the Management Backend is. Empty: on the origin of this page. */
export const apiUrl = (import.meta.env.VITE_API_URL as string | undefined) ?? '';
