import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'flowmailer',
  name: 'Flowmailer',
  category: 'transactional',
  spfIncludes: ['spf.flowmailer.net'],
  ptr: ['flowmailer.net'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=mta-64-225.siemens.flowmailer.net&type=A',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=spf.flowmailer.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
