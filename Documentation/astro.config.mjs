import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
import links from 'starlight-links-validator';

// For the customers of Monozu Cloud, in both languages.
export default defineConfig({
  site: 'https://help.cloud.monozu.io',
  integrations: [
    starlight({
      title: 'Monozu Cloud',
      plugins: [links()],
      defaultLocale: 'root',
      locales: { root: { label: 'English', lang: 'en' }, pl: { label: 'Polski', lang: 'pl' } },
      sidebar: [
        {
          label: 'Using the console',
          translations: { pl: 'Praca w konsoli' },
          items: ['index', 'sign-in', 'second-factor', 'single-sign-on', 'incidents', 'alerts', 'devices', 'relations', 'cmdb-lists', 'cmdb-sources', 'cmdb-import', 'inventory', 'discovery', 'cmdb-model', 'webhooks', 'users', 'provisioning', 'audit', 'api-keys', 'security'],
        },
      ],
    }),
  ],
});
