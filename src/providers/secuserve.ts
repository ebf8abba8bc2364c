import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'secuserve',
  name: 'Secuserve (e-securemail)',
  category: 'gateway',
  spfIncludes: ['includespf.security-mail.net'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=includespf.security-mail.net&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
