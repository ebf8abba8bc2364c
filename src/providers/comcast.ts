import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'comcast',
  name: 'Comcast Xfinity Mail',
  category: 'mailbox',
  dkimDomains: ['comcast.net'],
  returnPaths: ['comcast.net'],
  mx: ['comcast.net'],
  mailDomains: ['comcast.net'],
  ptr: ['comcast.net'],
  sources: [
    { url: 'https://postmaster.comcast.net/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/KumoCorp/kumomta/blob/30731e4/assets/policy-extras/shaping.toml',
      checked: '2026-10',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/comcast.net.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
