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
  networks: [
    '43.228.184.0/22',
    '103.2.140.0/22',
    '103.47.204.0/22',
    '158.120.80.0/21',
    '170.10.68.0/22',
    '203.31.36.0/22',
    '207.58.147.64/28',
    '216.22.15.224/27',
  ],
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
    { url: 'https://dns.google/resolve?name=spf.smtp2go.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
