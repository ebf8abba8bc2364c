import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'spacemail',
  name: 'Spacemail (Namecheap)',
  category: 'mailbox',
  spfIncludes: ['spf.spacemail.com'],
  mx: ['spacemail.com'],
  sources: [
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/miyuki.json',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
