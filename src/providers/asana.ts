import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'asana',
  name: 'Asana',
  category: 'saas',
  dkimDomains: ['asana.com'],
  returnPaths: ['asana.com'],
  sources: [
    {
      url: 'https://github.com/rspamd/rspamd/blob/3.4/conf/maps.d/spf_dkim_whitelist.inc',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
