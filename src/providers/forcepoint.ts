import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'forcepoint',
  name: 'Forcepoint Email Security',
  category: 'gateway',
  spfIncludes: ['mailcontrol.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=mailcontrol.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
