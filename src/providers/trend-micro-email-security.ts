import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'trend-micro-email-security',
  name: 'Trend Micro Email Security',
  category: 'gateway',
  spfIncludes: ['spf.hes.trendmicro.com', 'spf.tmes.trendmicro.com', 'spf.tmes.trendmicro.eu'],
  mx: ['in.hes.trendmicro.com', 'in.tmes.trendmicro.com', 'in.tmes.trendmicro.eu'],
  ptr: ['tmes.trendmicro.com', 'tmes.trendmicro.eu'],
  networks: [
    '13.213.174.128/25',
    '13.213.220.0/25',
    '13.238.202.0/25',
    '13.238.202.128/26',
    '15.168.49.64/26',
    '15.168.56.0/25',
    '15.168.56.128/26',
    '18.176.203.128/25',
    '18.177.156.0/25',
    '18.185.115.0/25',
    '18.185.115.128/26',
    '18.188.9.192/26',
    '18.188.239.128/26',
    '18.208.22.64/26',
    '18.208.22.128/25',
    '34.253.238.128/26',
    '34.253.238.192/26',
  ],
  sources: [
    {
      url: 'https://docs.trendmicro.com/en-us/enterprise/hosted-email-security-administrator-guide/about-domain-managem/configuring-a-domain/adding-spf-records.aspx',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://success.trendmicro.com/en-US/solution/KA-0012526', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://dns.google/resolve?name=spf.tmes.trendmicro.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
