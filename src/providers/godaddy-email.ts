import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'godaddy-email',
  name: 'GoDaddy Professional Email',
  category: 'mailbox',
  selectors: [
    { match: 'secureserver1', alone: true },
    { match: 'secureserver2', alone: true },
  ],
  dkimTargets: ['onsecureserver.net'],
  returnPaths: ['secureserver.net'],
  spfIncludes: ['secureserver.net'],
  mx: ['secureserver.net'],
  ptr: ['secureserver.net'],
  alignment: 'Publish the CNAMEs secureserver1._domainkey and secureserver2._domainkey into onsecureserver.net',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/godaddy.com.aab.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
  ],
});
