import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mimecast',
  name: 'Mimecast',
  category: 'gateway',
  selectors: [{ match: /^mimecast\d{8}$/, alone: true }],
  spfIncludes: ['_netblocks.mimecast.com', '_netblocks.mimecast-pscom-us.com'],
  mx: ['mimecast.com', 'mimecast.co.za', 'mimecast-offshore.com'],
  ptr: ['mimecast.com', 'mimecast.co.za', 'mimecast-offshore.com'],
  alignment:
    'Create a DNS authentication definition for outbound mail and publish its DKIM key; the include of your region covers SPF',
  sources: [
    {
      url: 'https://mimecastsupport.zendesk.com/hc/en-us/articles/34000792642963',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/KumoCorp/kumomta/blob/30731e4/assets/policy-extras/shaping.toml',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
