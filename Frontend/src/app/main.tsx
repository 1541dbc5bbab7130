import { UiProvider } from '@monozu/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries, session } from './api';
import { startI18n } from './i18n';
import { router } from './router';

const root = document.getElementById('root');
if (root === null) {
    throw new Error('index.html has no #root');
}

// The session and the language do not wait for each other; a session that cannot be asked for is shown by the pages themselves.
void session.start().catch(() => undefined);
await startI18n();

createRoot(root).render(
    <StrictMode>
        <QueryClientProvider client={queries}>
            <UiProvider>
                <RouterProvider router={router} />
            </UiProvider>
        </QueryClientProvider>
    </StrictMode>,
);
