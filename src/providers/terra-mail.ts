import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'terra-mail',
  name: 'Terra Mail',
  category: 'mailbox',
  mx: ['terra.com.br', 'terra.com'],
  mailDomains: ['terra.com.br', 'terra.com'],
  sources: [{ url: 'https://dns.google/resolve?name=terra.com.br&type=MX', checked: '2026-11', evidence: 'observed' }],
});
