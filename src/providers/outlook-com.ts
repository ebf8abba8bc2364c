import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'outlook-com',
  name: 'Outlook.com',
  category: 'mailbox',
  dkimDomains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
  returnPaths: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
  spfIncludes: ['outlook.com'],
  mx: ['olc.protection.outlook.com', 'pamx1.hotmail.com'],
  networks: ['40.92.0.0/16'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/outlook.com.personalizedoutlookemail.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/KumoCorp/kumomta/blob/30731e4/assets/policy-extras/shaping.toml',
      checked: '2026-10',
      evidence: 'observed',
    },
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-10', evidence: 'observed' },
    { url: 'https://github.com/lucarab/GoodMailers/blob/0805d0e/ipv4.txt', checked: '2026-11', evidence: 'observed' },
  ],
});
