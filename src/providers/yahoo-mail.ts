import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'yahoo-mail',
  name: 'Yahoo Mail',
  category: 'mailbox',
  dkimDomains: ['yahoo.com', 'aol.com', 'ymail.com', 'rocketmail.com'],
  returnPaths: ['yahoo.com', 'aol.com', 'ymail.com', 'rocketmail.com'],
  mx: ['yahoodns.net'],
  ptr: ['yahoo.com'],
  sources: [
    { url: 'https://senders.yahooinc.com/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://github.com/KumoCorp/kumomta/blob/30731e4/assets/policy-extras/shaping.toml',
      checked: '2026-10',
      evidence: 'observed',
    },
  ],
});
