import { defineConfig } from 'vite';
import { consoleConfig } from '../../packages/ui/vite/console.ts';

export default defineConfig(({ mode }) => consoleConfig({ root: import.meta.dirname, mode, port: 5173, webSockets: false }));
