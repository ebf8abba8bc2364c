import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sap-ariba',
  name: 'SAP Ariba',
  category: 'saas',
  ownDomains: ['ariba.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=ansmtp.ariba.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
