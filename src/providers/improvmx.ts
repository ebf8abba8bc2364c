import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'improvmx',
  name: 'ImprovMX',
  category: 'forwarder',
  dkimDomains: ['improvmx.com', 'improvmx-mails.com'],
  selectors: [
    { match: 'dkimprovmx1', alone: true },
    { match: 'dkimprovmx2', alone: true },
  ],
  dkimTargets: ['improvmx.com'],
  spfIncludes: ['spf.improvmx.com'],
  mx: ['improvmx.com'],
  ptr: ['improvmx.com'],
  alignment:
    'To send as the domain publish the CNAMEs dkimprovmx1._domainkey and dkimprovmx2._domainkey into improvmx.com; what it only forwards keeps the signature of its sender',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/improvmx.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
  ],
});
