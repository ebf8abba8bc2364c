import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gorgias',
  name: 'Gorgias',
  category: 'support',
  selectors: [
    { match: 'gor', alone: true },
    { match: 'gor2', alone: true },
  ],
  sources: [{ url: 'https://docs.gorgias.com/', checked: '2026-10', evidence: 'observed' }],
});
