import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'everlytic',
  name: 'Everlytic',
  category: 'marketing',
  selectors: [
    { match: 'everlytickey1', alone: true },
    { match: 'everlytickey2', alone: true },
    { match: 'eversrv', alone: true },
  ],
  dkimTargets: ['eversrv.com'],
  returnPaths: ['eversrv.com'],
  spfIncludes: ['eversrv.com'],
  sources: [{ url: 'https://www.everlytic.com/', checked: '2026-10', evidence: 'observed' }],
});
