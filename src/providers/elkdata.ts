import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'elkdata',
  name: 'Elkdata',
  category: 'hosting',
  spfIncludes: ['mail.spf.elkdata.ee'],
  sources: [
    { url: 'https://dns.google/resolve?name=mail.spf.elkdata.ee&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
