import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'oracle-responsys',
  name: 'Oracle Responsys',
  category: 'marketing',
  dkimDomains: ['rsys2.com', 'rsys5.com', 'responsys.net'],
  returnPaths: ['rsys2.com', 'rsys5.com', 'responsys.net'],
  ownDomains: ['rsys2.net', 'rsys5.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=rsys2.com&type=MX', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=envfrm.rsys5.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=rsys2.net&type=NS', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=rsys5.net&type=NS', checked: '2026-11', evidence: 'observed' },
  ],
});
