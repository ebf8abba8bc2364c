import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sparkpost',
  name: 'SparkPost (Bird)',
  category: 'transactional',
  dkimDomains: ['sparkpostmail.com'],
  selectors: [{ match: /^scph\d{4}$/, alone: true }],
  returnPaths: ['sparkpostmail.com', 'e.sparkpost.com', 'spmailtechno.com', 'spmailtechnol.com', 'spmailtechnolo.com'],
  ownDomains: ['sparkpost.com'],
  spfIncludes: ['sparkpostmail.com'],
  mx: ['sparkpostmail.com'],
  ptr: ['sparkpostmail.com'],
  networks: ['147.253.208.0/20', '192.174.80.0/20'],
  alignment:
    'Verify the sending domain with the scph DKIM key, and for SPF point a bounce sub-domain as a CNAME to sparkpostmail.com',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/bird.com.sparkpost-email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/lettr.com.mail-send-and-receive.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-11', evidence: 'observed' },
    { url: 'https://bgp.tools/as/23528', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=spmailtechno.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
