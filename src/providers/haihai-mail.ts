import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'haihai-mail',
  name: 'Haihai Mail',
  category: 'marketing',
  spfIncludes: ['spf.haihaimail.jp'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.haihaimail.jp&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
