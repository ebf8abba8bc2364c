import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'act-on',
  name: 'Act-On',
  category: 'marketing',
  ownDomains: ['act-on.com'],
  spfInclude: '_spf.act-on.net',
  spfIncludes: ['act-on.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.act-on.net&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/act-on/blob/1e582cf/security/act-on-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
