import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'benchmark-email',
  name: 'Benchmark Email',
  category: 'marketing',
  dkimDomains: ['bmsend.com', 'benchmarksend.com'],
  spfIncludes: ['bmsend.com'],
  ptr: ['bmsend.com'],
  sources: [
    {
      url: 'https://kb.benchmarkemail.com/en/set-email-domain-authentication/',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://benchmarkemail.helpscoutdocs.com/article/103-domain-authenticaion',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://nl.support.powerdmarc.com/support/solutions/articles/60000702625-how-to-set-up-spf-for-benchmark-',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://dns.google/resolve?name=135.96.8.207.in-addr.arpa&type=PTR',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
