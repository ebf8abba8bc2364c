import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'naver-mail',
  name: 'NAVER Mail',
  category: 'mailbox',
  mx: ['naver.com'],
  mailDomains: ['naver.com'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/naver.com.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=naver.com&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
