import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'comcast',
  name: 'Comcast Xfinity Mail',
  category: 'mailbox',
  dkimDomains: ['comcast.net'],
  returnPaths: ['comcast.net'],
  mx: ['comcast.net'],
  ptr: ['comcast.net'],
  sources: [
    { url: 'https://postmaster.comcast.net/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/KumoCorp/kumomta/blob/30731e4/assets/policy-extras/shaping.toml',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
