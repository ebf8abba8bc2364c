import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'seppmail-cloud',
  name: 'SEPPmail.cloud',
  category: 'gateway',
  mx: ['seppmail.cloud'],
  ptr: ['seppmail.cloud'],
  sources: [
    {
      url: 'https://dns.google/resolve?name=hz-deliver02.de.seppmail.cloud&type=A',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
