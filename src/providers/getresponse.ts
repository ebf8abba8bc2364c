import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'getresponse',
  name: 'GetResponse',
  category: 'marketing',
  dkimDomains: ['getresponse-mail.com'],
  returnPaths: ['getresponse-mail.com'],
  ownDomains: ['getresponse.com'],
  sources: [
    { url: 'https://www.getresponse.com/blog/email-authentication', checked: '2026-11', evidence: 'vendor' },
    { url: 'https://help.thorit.de/get-response-', checked: '2026-10', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/getresponse/blob/72944a1/security/getresponse-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
