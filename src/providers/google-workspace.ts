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
  networks: [
    '74.125.0.0/16',
    '209.85.128.0/17',
    '2001:4860:4864::/56',
    '2404:6800:4864::/56',
    '2607:f8b0:4864::/56',
    '2800:3f0:4864::/56',
    '2a00:1450:4864::/56',
    '2c0f:fb50:4864::/56',
  ],
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
    { url: 'https://dns.google/resolve?name=_spf.google.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://github.com/lucarab/GoodMailers/blob/0805d0e/ipv4.txt', checked: '2026-11', evidence: 'observed' },
  ],
});
