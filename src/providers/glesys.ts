import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'glesys',
  name: 'GleSYS',
  category: 'hosting',
  spfIncludes: ['spf.glesys.se', '_mail.glesys.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=spf.glesys.se&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=_mail.glesys.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
