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
  mx: ['protonmail.ch'],
  ptr: ['protonmail.ch', 'proton.ch'],
  alignment: 'Publish the CNAMEs protonmail._domainkey, protonmail2._domainkey and protonmail3._domainkey',
  sources: [
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/adityagarg.json',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
