import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'netigate',
  name: 'Netigate',
  category: 'saas',
  spfIncludes: ['_spf.netigate.se'],
  sources: [{ url: 'https://www.netigate.net/', checked: '2026-10', evidence: 'observed' }],
});
