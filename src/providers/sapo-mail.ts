import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sapo-mail',
  name: 'SAPO Mail',
  category: 'mailbox',
  mx: ['sapo.pt'],
  mailDomains: ['sapo.pt'],
  sources: [{ url: 'https://ajuda.sapo.pt/', checked: '2026-11', evidence: 'vendor' }],
});
