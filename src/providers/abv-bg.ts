import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'abv-bg',
  name: 'ABV Mail',
  category: 'mailbox',
  mailDomains: ['abv.bg'],
  sources: [{ url: 'https://help.abv.bg/', checked: '2026-11', evidence: 'vendor' }],
});
