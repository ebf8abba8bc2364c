import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'feishu-lark-mail',
  name: 'Feishu and Lark Mail',
  category: 'mailbox',
  spfIncludes: ['m.feishu.cn', 'spf.onlarksuite.com'],
  sources: [
    {
      url: 'https://github.com/is-a-dev/register/blob/9d44a49/domains/cool.json',
      checked: '2026-11',
      evidence: 'zone',
    },
  ],
});
