import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hornetsecurity',
  name: 'Hornetsecurity',
  category: 'gateway',
  selectors: [
    { match: 'hse1', alone: true },
    { match: 'hse2', alone: true },
  ],
  dkimTargets: ['hornetsecurity.com'],
  spfIncludes: ['spf.hornetsecurity.com', 'antispameurope.com'],
  mx: ['hornetsecurity.com', 'antispameurope.com'],
  ptr: ['hornetsecurity.com', 'antispameurope.com'],
  sources: [
    {
      url: 'https://www.captaindns.com/en/blog/hornetsecurity-secure-email-gateway',
      checked: '2026-10',
      evidence: 'observed',
    },
    {
      url: 'https://help.cumulussmtp.com/article/280-hornetsecurity-correct-spf-authentication',
      checked: '2026-10',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=antispameurope.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
