import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'microsoft-365',
  name: 'Microsoft 365',
  category: 'mailbox',
  dkimDomains: ['onmicrosoft.com'],
  selectors: [
    { match: /^selector[12]-[a-z0-9-]+-onmicrosoft-com$/, alone: true },
    { match: 'selector1', alone: false },
    { match: 'selector2', alone: false },
  ],
  dkimTargets: ['onmicrosoft.com', 'dkim.mail.microsoft'],
  returnPaths: ['onmicrosoft.com', 'outbound.protection.outlook.com'],
  spfInclude: 'spf.protection.outlook.com',
  spfIncludes: [
    'protection.outlook.com',
    'spf.protection.office365.us',
    'spf.protection.partner.outlook.cn',
    'spf.messaging.microsoft.com',
  ],
  mx: [
    'mx.microsoft',
    'protection.outlook.com',
    'mail.eo.outlook.com',
    'mail.protection.office365.us',
    'mail.protection.partner.outlook.cn',
  ],
  mailDomains: ['.onmicrosoft.com'],
  ptr: ['protection.outlook.com'],
  networks: [
    '40.92.0.0/15',
    '40.107.0.0/16',
    '52.100.0.0/15',
    '52.102.0.0/16',
    '52.103.0.0/17',
    '104.47.0.0/17',
    '2a01:111:f400::/48',
    '2a01:111:f403::/49',
    '2a01:111:f403:8000::/51',
    '2a01:111:f403:c000::/51',
    '2a01:111:f403:f000::/52',
  ],
  alignment:
    'Publish the CNAMEs selector1._domainkey and selector2._domainkey and turn on DKIM signing for the domain; until then mail is signed by onmicrosoft.com',
  sources: [
    {
      url: 'https://learn.microsoft.com/en-us/defender-office-365/email-authentication-dkim-configure',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://learn.microsoft.com/en-us/defender-office-365/email-authentication-spf-configure',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
    { url: 'https://github.com/lucarab/GoodMailers/blob/0805d0e/ipv4.txt', checked: '2026-11', evidence: 'observed' },
    { url: 'https://github.com/lucarab/GoodMailers/blob/229cb21/ipv6.txt', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://dns.google/resolve?name=spf.messaging.microsoft.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://techcommunity.microsoft.com/t5/exchange-team-blog/implementing-inbound-smtp-dane-with-dnssec-for-exchange-online/ba-p/3939694',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
