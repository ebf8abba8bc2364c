import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'rackspace-email',
  name: 'Rackspace Email',
  category: 'mailbox',
  returnPaths: ['emailsrvr.com'],
  spfIncludes: ['emailsrvr.com'],
  mx: ['emailsrvr.com'],
  ptr: ['emailsrvr.com'],
  sources: [
    {
      url: 'https://github.com/GSA/dns/blob/74c4c23/terraform/digitalgov.gov.tf',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
