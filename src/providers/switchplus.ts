import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'switchplus',
  name: 'Switchplus',
  category: 'hosting',
  spfIncludes: ['spf.switchplus-mail.ch'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=spf.switchplus-mail.ch&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
