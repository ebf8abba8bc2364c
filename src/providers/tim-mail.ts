import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'tim-mail',
  name: 'TIM Mail',
  category: 'mailbox',
  mx: ['tim.it', 'aliceposta.it'],
  mailDomains: ['alice.it', 'tim.it', 'tin.it'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/alice.it.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=tim.it&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
