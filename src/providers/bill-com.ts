import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bill-com',
  name: 'BILL (Bill.com)',
  category: 'saas',
  dkimDomains: ['inform.bill.com'],
  ownDomains: ['bill.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=inform.bill.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/bill/blob/3104150/security/bill-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
