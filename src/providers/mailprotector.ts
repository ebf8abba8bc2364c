import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mailprotector',
  name: 'Mailprotector',
  category: 'gateway',
  ptr: ['outbound.emailservice.io'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=ogate-1.outbound.emailservice.io&type=A',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
