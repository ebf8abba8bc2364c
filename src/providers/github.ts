import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'github',
  name: 'GitHub',
  category: 'saas',
  dkimDomains: ['github.com'],
  returnPaths: ['github.com'],
  ptr: ['github.com'],
  networks: ['192.30.252.0/22'],
  sources: [
    { url: 'https://dns.google/resolve?name=github.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
