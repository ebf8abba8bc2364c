import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'icims',
  name: 'iCIMS',
  category: 'saas',
  dkimDomains: ['icims.com'],
  returnPaths: ['icims.com'],
  ownDomains: ['icims.eu'],
  sources: [
    { url: 'https://dns.google/resolve?name=talent.icims.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=talent.icims.eu&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
