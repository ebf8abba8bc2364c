import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'daum-mail',
  name: 'Daum and Kakao Mail',
  category: 'mailbox',
  mx: ['hanmail.net', 'daum.net'],
  mailDomains: ['daum.net', 'hanmail.net', 'kakao.com'],
  sources: [
    {
      url: 'https://github.com/thunderbird/autoconfig/blob/master/ispdb/daum.net.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
