import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailtrap',
  name: 'Mailtrap',
  category: 'transactional',
  selectors: [
    { match: 'rwmt1', alone: true },
    { match: 'rwmt2', alone: true },
  ],
  dkimTargets: ['mailtrap.live'],
  returnPaths: ['mailtrap.live'],
  spfIncludes: ['_spf.smtp.mailtrap.live'],
  alignment:
    'Verify the sending domain: the CNAMEs rwmt1._domainkey and rwmt2._domainkey align DKIM, the CNAME to smtp.mailtrap.live aligns SPF',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/utajir.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://dns.google/resolve?name=_spf.smtp.mailtrap.live&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
