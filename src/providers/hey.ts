import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'hey',
  name: 'HEY',
  category: 'mailbox',
  dkimDomains: ['hey.com'],
  returnPaths: ['hey.com'],
  spfIncludes: ['_spf.hey.com'],
  mx: ['app.hey.com'],
  mailDomains: ['hey.com'],
  sources: [
    {
      url: 'https://dnsdigest.com/domains/38/outbound-email/spf?public_slug=57eda03d-7f8c-4449-a788-a55813384a04',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
