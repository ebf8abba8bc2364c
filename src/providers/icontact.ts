import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'icontact',
  name: 'iContact',
  category: 'marketing',
  returnPaths: ['icpbounce.com'],
  ownDomains: ['icontact.com'],
  spfIncludes: ['icpbounce.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=icpbounce.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/icontact/blob/857aa01/security/icontact-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
