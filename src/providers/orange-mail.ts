import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'orange-mail',
  name: 'Orange Mail',
  category: 'mailbox',
  dkimDomains: ['orange.fr', 'wanadoo.fr'],
  returnPaths: ['orange.fr', 'wanadoo.fr'],
  mx: ['orange.fr'],
  mailDomains: ['orange.fr', 'wanadoo.fr', 'voila.fr'],
  ptr: ['orange.fr'],
  sources: [
    { url: 'https://postmaster.orange.fr/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/KumoCorp/kumomta/blob/30731e4/assets/policy-extras/shaping.toml',
      checked: '2026-10',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/francetelecom.fr',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
