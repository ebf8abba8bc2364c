import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'icloud-mail',
  name: 'iCloud Mail',
  category: 'mailbox',
  dkimDomains: ['icloud.com', 'me.com', 'mac.com'],
  selectors: [{ match: 'sig1', alone: false }],
  dkimTargets: ['icloudmailadmin.com'],
  returnPaths: ['icloud.com', 'me.com', 'mac.com'],
  spfIncludes: ['icloud.com'],
  mx: ['mail.icloud.com'],
  ptr: ['icloud.com', 'me.com'],
  alignment: 'Publish the CNAME sig1._domainkey and the include icloud.com; mail is then signed with your domain',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/icloud.com.custom_email_domain.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://github.com/hackclub/dns/blob/f615136/dino.icu.yaml', checked: '2026-11', evidence: 'zone' },
    {
      url: 'https://github.com/KumoCorp/kumomta/blob/30731e4/assets/policy-extras/shaping.toml',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
