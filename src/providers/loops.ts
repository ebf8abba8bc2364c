import { defineProvider } from './provider.ts';

// Only the label `envelope` of the return-path, on Amazon SES, tells it from SES itself.
export default defineProvider({
  id: 'loops',
  name: 'Loops',
  category: 'marketing',
  ownDomains: ['loops.so'],
  runsOn: ['amazon-ses'],
  sources: [
    { url: 'https://github.com/hackclub/dns/blob/f615136/hackclub.com.yaml', checked: '2026-11', evidence: 'zone' },
    {
      url: 'https://github.com/api-evangelist/loops/blob/7eed6de/security/loops-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
