import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bluetie',
  name: 'BlueTie',
  category: 'mailbox',
  spfIncludes: ['spf.bluetie.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.bluetie.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
