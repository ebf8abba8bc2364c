import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'fortimail-cloud',
  name: 'FortiMail Cloud',
  category: 'gateway',
  spfIncludes: ['_spf.fortimailcloud.com'],
  mx: ['fortimailcloud.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=_spf.fortimailcloud.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
