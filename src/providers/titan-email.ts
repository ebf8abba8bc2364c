import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'titan-email',
  name: 'Titan Email',
  category: 'mailbox',
  spfIncludes: ['spf.titan.email'],
  mx: ['titan.email'],
  ptr: ['titan.email'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/titan.email.titan-mail-hosting.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/claudecio.json',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
