import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'selligent',
  name: 'Marigold Engage (Selligent)',
  category: 'marketing',
  dkimDomains: ['slgnt.eu', 'slgnt.us', 'emsecure.net'],
  returnPaths: ['slgnt.eu', 'slgnt.us', 'emsecure.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=slgnt.eu&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=emsecure.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
