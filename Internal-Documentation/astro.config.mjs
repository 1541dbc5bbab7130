import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
import mermaid from 'astro-mermaid';
import links from 'starlight-links-validator';

// For the people who build and run Monozu Cloud. Mermaid has to come before Starlight.
export default defineConfig({
  site: 'https://docs.cloud.monozu.io',
  integrations: [
    mermaid({ theme: 'default', autoTheme: true }),
    starlight({
      title: 'Monozu Cloud, inside',
      plugins: [links()],
      sidebar: [
        { label: 'Start here', items: ['index', 'tree', 'testing'] },
        { label: 'How it works', items: ['request', 'second-factor', 'oidc', 'sso', 'rights', 'database', 'cmdb', 'cmdb-speed', 'ingest', 'live', 'accounts', 'operators', 'licences', 'audit', 'mail', 'edge', 'inventory', 'browser', 'wire'] },
        { label: 'Doing things', items: ['add-a-module', 'operate'] },
      ],
    }),
  ],
});
