import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'cisco-domain-protection',
  name: 'Cisco Domain Protection',
  category: 'dmarc',
  spfIncludes: ['dmp.cisco.com'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=spf-protect.dmp.cisco.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
