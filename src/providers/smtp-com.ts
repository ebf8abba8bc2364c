import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smtp-com',
  name: 'SMTP.com',
  category: 'transactional',
  spfIncludes: ['_spf.smtp.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.smtp.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
