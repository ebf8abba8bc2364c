import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'buttondown',
  name: 'Buttondown',
  category: 'marketing',
  ownDomains: ['buttondown.email'],
  sources: [
    { url: 'https://dns.google/resolve?name=buttondown.email&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
