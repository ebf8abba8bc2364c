import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sap-concur',
  name: 'SAP Concur',
  category: 'saas',
  ownDomains: ['concursolutions.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=concursolutions.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
