import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'bouygues-mail',
  name: 'Bouygues Telecom Mail',
  category: 'mailbox',
  mailDomains: ['bbox.fr'],
  sources: [{ url: 'https://www.assistance.bouyguestelecom.fr/', checked: '2026-11', evidence: 'vendor' }],
});
