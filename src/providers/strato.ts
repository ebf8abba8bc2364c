import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'strato',
  name: 'STRATO',
  category: 'mailbox',
  selectors: [
    { match: 'strato-dkim-0002', alone: true },
    { match: 'strato-dkim-0003', alone: true },
  ],
  dkimTargets: ['rzone.de'],
  spfIncludes: ['_spf.strato.com'],
  mx: ['rzone.de'],
  ptr: ['rzone.de'],
  alignment: 'Publish the CNAME strato-dkim-0002._domainkey into rzone.de; SPF aligns by redirect=_spf.strato.com',
  sources: [
    {
      url: 'https://dns.google/resolve?name=strato-dkim-0002._domainkey.rzone.de&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=_spf.strato.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
