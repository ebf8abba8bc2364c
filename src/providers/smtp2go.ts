import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'smtp2go',
  name: 'SMTP2GO',
  category: 'transactional',
  dkimDomains: ['smtpservice.net'],
  dkimTargets: ['dkim.smtp2go.net'],
  returnPaths: ['return.smtp2go.net', 'smtpcorp.com'],
  spfIncludes: ['spf.smtp2go.com', 'smtp2go.net'],
  ptr: ['smtp2go.com'],
  alignment:
    'Add the sender domain: its CNAME into dkim.smtp2go.net aligns DKIM, that to return.smtp2go.net aligns SPF',
  sources: [
    { url: 'https://dns.google/resolve?name=smtpcorp.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/mailbluster.com.sender-verification-smtp2go.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/yocrrz.json',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://dns.google/resolve?name=smtpservice.net&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
