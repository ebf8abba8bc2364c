import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'stackmail',
  name: 'StackMail (20i)',
  category: 'mailbox',
  spfIncludes: ['spf.stackmail.com'],
  mx: ['stackmail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.stackmail.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=mx.stackmail.com&type=A', checked: '2026-11', evidence: 'observed' },
  ],
});
