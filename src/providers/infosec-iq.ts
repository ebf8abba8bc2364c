import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'infosec-iq',
  name: 'Infosec IQ',
  category: 'saas',
  spfIncludes: ['securityiqmail.net'],
  sources: [
    { url: 'https://dns.google/resolve?name=securityiqmail.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
