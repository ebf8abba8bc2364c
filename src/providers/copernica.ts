import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'copernica',
  name: 'Copernica',
  category: 'marketing',
  dkimDomains: ['picsrv.net'],
  returnPaths: ['picsrv.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=vicinity.picsrv.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
