import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'fasthosts',
  name: 'Fasthosts',
  category: 'hosting',
  spfIncludes: ['_spf.livemail.co.uk'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.livemail.co.uk&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
