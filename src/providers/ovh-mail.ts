import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'ovh-mail',
  name: 'OVHcloud Mail',
  category: 'mailbox',
  spfIncludes: ['mx.ovh.com'],
  mx: ['mail.ovh.net'],
  ptr: ['mail-out.ovh.net'],
  sources: [
    { url: 'https://docs.ovh.com/it/domains/hosting_condiviso_il_record_spf/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/ovh/docs/blob/develop/pages/web_cloud/domains/dns_zone_spf/guide.en-sg.md',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
