import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'adp',
  name: 'ADP',
  category: 'saas',
  dkimDomains: ['adp.com'],
  returnPaths: ['adp.com'],
  sources: [
    {
      url: 'https://github.com/rspamd/rspamd/blob/3.4/conf/maps.d/spf_dkim_whitelist.inc',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=emailservice.adp.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
