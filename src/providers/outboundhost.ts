import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'outboundhost',
  name: 'OutboundHost',
  category: 'transactional',
  spfIncludes: ['spf.outboundhost.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/outboundhost.com.mail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
