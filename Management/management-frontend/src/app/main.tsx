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
