import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'iterable',
  name: 'Iterable',
  category: 'marketing',
  selectors: [{ match: 'iterable', alone: true }],
  dkimTargets: ['iterable.com'],
  sources: [{ url: 'https://wiredepth.com/docs/deauthorize/iterable', checked: '2026-10', evidence: 'observed' }],
});
