import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'laposte-net',
  name: 'Laposte.net',
  category: 'mailbox',
  mx: ['laposte.net'],
  mailDomains: ['laposte.net'],
  sources: [
    { url: 'https://postmaster.laposte.net/', checked: '2026-11', evidence: 'vendor' },
    { url: 'https://dns.google/resolve?name=laposte.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
