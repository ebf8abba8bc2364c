import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hiworks',
  name: 'Hiworks',
  category: 'mailbox',
  spfIncludes: ['spf.hiworks.co.kr'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.hiworks.co.kr&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
