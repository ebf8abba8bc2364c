import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailcampaigns',
  name: 'MailCampaigns',
  category: 'marketing',
  spfIncludes: ['spf.mailcampaigns.nl'],
  sources: [{ url: 'https://dns.google/resolve?name=nac.nl&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
