import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'domeneshop',
  name: 'Domeneshop',
  category: 'mailbox',
  spfIncludes: ['_spf.domeneshop.no'],
  mx: ['domeneshop.no'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.domeneshop.no&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
