import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ovh-mail',
  name: 'OVHcloud Mail',
  category: 'mailbox',
  selectors: [{ match: /^ovhmo\d+-selector[12]$/, alone: true }],
  spfIncludes: ['mx.ovh.com'],
  mx: ['mail.ovh.net'],
  ptr: ['mail-out.ovh.net'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=ovhmo3617313-selector1._domainkey.3mdeb.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://docs.ovh.com/it/domains/hosting_condiviso_il_record_spf/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/ovh/docs/blob/develop/pages/web_cloud/domains/dns_zone_spf/guide.en-sg.md',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
