import { defineProvider } from './provider.ts';

// google.com itself signs calendar invitations and forwarded mail of anybody, so it is not among the d= domains.
export default defineProvider({
  id: 'google-workspace',
  name: 'Google Workspace',
  category: 'mailbox',
  dkimDomains: ['gappssmtp.com'],
  selectors: [
    // The admin console's default, and nobody else's word for a key.
    { match: 'google', alone: true },
    { match: 'gapps', alone: false },
    { match: 'ga1', alone: false },
  ],
  spfIncludes: [
    '_spf.google.com',
    'aspmx.googlemail.com',
    '_netblocks.google.com',
    '_netblocks2.google.com',
    '_netblocks3.google.com',
  ],
  mx: ['aspmx.l.google.com', 'smtp.google.com', 'googlemail.com'],
  ptr: ['google.com'],
  alignment:
    'Generate a DKIM key in the admin console, publish it at google._domainkey and start authentication; until then mail is signed by gappssmtp.com',
  sources: [
    {
      url: 'https://knowledge.workspace.google.com/admin/security/set-up-dkim',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://knowledge.workspace.google.com/admin/security/set-up-spf', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/google.com.gmail-setup.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
  ],
});
