import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'pulseguard',
  name: 'PulseGuard',
  category: 'gateway',
  spfIncludes: ['_spf.ipulse.one'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/pulseguard.emailsecurity.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
