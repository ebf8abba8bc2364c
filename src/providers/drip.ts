import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'drip',
  name: 'Drip',
  category: 'crm',
  dkimDomains: ['dripemail2.com'],
  returnPaths: ['dripemail2.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=dripemail2.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
