import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'migadu',
  name: 'Migadu',
  category: 'mailbox',
  selectors: [
    { match: 'key1', alone: false },
    { match: 'key2', alone: false },
    { match: 'key3', alone: false },
  ],
  dkimTargets: ['migadu.com'],
  spfIncludes: ['spf.migadu.com'],
  mx: ['migadu.com'],
  ptr: ['migadu.com'],
  alignment: 'Publish the CNAMEs key1._domainkey, key2._domainkey and key3._domainkey into migadu.com',
  sources: [{ url: 'https://www.migadu.com/guides/', checked: '2026-11', evidence: 'vendor' }],
});
