import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'emaillabs',
  name: 'EmailLabs',
  category: 'transactional',
  spfIncludes: ['_spf.emaillabs.net.pl'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.emaillabs.net.pl&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
