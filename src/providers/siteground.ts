import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'siteground',
  name: 'SiteGround (SpamExperts)',
  category: 'hosting',
  spfIncludes: ['_spf.mailspamprotection.com', 'spf.auto.dnssmarthost.net'],
  mx: ['mailspamprotection.com'],
  ptr: ['mailspamprotection.com'],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/hmppsinsights.co.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://dns.google/resolve?name=notrealart.com.spf.auto.dnssmarthost.net&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
