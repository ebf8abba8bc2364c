import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mandic',
  name: 'Mandic',
  category: 'mailbox',
  spfIncludes: ['spf.mandic.com.br'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.mandic.com.br&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
