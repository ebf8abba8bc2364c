import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'naver-works',
  name: 'NAVER WORKS',
  category: 'mailbox',
  selectors: [{ match: 'naverworks', alone: true }],
  spfIncludes: ['spf.worksmobile.com'],
  mx: ['worksmobile.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.worksmobile.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
