import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'insales',
  name: 'InSales',
  category: 'saas',
  spfIncludes: ['mail.insales.ru'],
  sources: [
    { url: 'https://dns.google/resolve?name=mail.insales.ru&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
