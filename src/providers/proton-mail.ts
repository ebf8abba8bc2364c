import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'proton-mail',
  name: 'Proton Mail',
  category: 'mailbox',
  dkimDomains: ['protonmail.com', 'proton.me', 'pm.me'],
  selectors: [
    { match: 'protonmail', alone: true },
    { match: 'protonmail2', alone: true },
    { match: 'protonmail3', alone: true },
  ],
  dkimTargets: ['domains.proton.ch'],
  returnPaths: ['protonmail.com', 'proton.me', 'pm.me'],
  spfIncludes: ['protonmail.ch'],
  mx: ['protonmail.ch', 'protonmail.com'],
  mailDomains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
  ptr: ['protonmail.ch', 'proton.ch'],
  networks: [
    '57.129.93.249/32',
    '79.135.106.0/24',
    '79.135.107.0/24',
    '85.9.206.169/32',
    '85.9.210.45/32',
    '109.224.244.0/24',
    '185.70.40.0/24',
    '185.70.41.0/24',
    '185.70.43.0/24',
    '188.165.51.139/32',
  ],
  alignment: 'Publish the CNAMEs protonmail._domainkey, protonmail2._domainkey and protonmail3._domainkey',
  sources: [
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/adityagarg.json',
      checked: '2026-11',
      evidence: 'zone',
    },
    { url: 'https://github.com/lucarab/GoodMailers/blob/0805d0e/ipv4.txt', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
