import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gorgias',
  name: 'Gorgias',
  category: 'support',
  selectors: [
    { match: 'gor', alone: true },
    { match: 'gor2', alone: true },
  ],
  ownDomains: ['gorgias.com'],
  sources: [
    { url: 'https://docs.gorgias.com/', checked: '2026-10', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/gorgias/blob/b76ff9b/security/gorgias-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
