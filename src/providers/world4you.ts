import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'world4you',
  name: 'world4you',
  category: 'mailbox',
  spfIncludes: ['spf.w4ymail.at'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.w4ymail.at&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
