import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'serv00',
  name: 'serv00 and ct8',
  category: 'hosting',
  spfIncludes: ['spf.ct8.pl', 'serv00.com'],
  sources: [
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/mofuru.json',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
