import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'rapidmail',
  name: 'rapidmail',
  category: 'marketing',
  dkimDomains: ['emailsys1a.net'],
  returnPaths: ['emailsys1a.net'],
  ownDomains: ['emailsys2a.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=emailsys1a.net&type=MX', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=emailsys2a.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
