import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'trend-micro-email-security',
  name: 'Trend Micro Email Security',
  category: 'gateway',
  spfIncludes: ['spf.hes.trendmicro.com', 'spf.tmes.trendmicro.com', 'spf.tmes.trendmicro.eu'],
  mx: ['in.hes.trendmicro.com', 'in.tmes.trendmicro.com', 'in.tmes.trendmicro.eu'],
  ptr: ['tmes.trendmicro.com', 'tmes.trendmicro.eu'],
  sources: [
    {
      url: 'https://docs.trendmicro.com/en-us/enterprise/hosted-email-security-administrator-guide/about-domain-managem/configuring-a-domain/adding-spf-records.aspx',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://success.trendmicro.com/en-US/solution/KA-0012526', checked: '2026-11', evidence: 'vendor' },
  ],
});
