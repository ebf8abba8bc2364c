import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'talktalk-mail',
  name: 'TalkTalk Mail',
  category: 'mailbox',
  mx: ['tt.xion.oxcs.net', 'talktalk.net'],
  mailDomains: ['talktalk.net', 'tiscali.co.uk', 'lineone.net'],
  sources: [{ url: 'https://dns.google/resolve?name=talktalk.net&type=MX', checked: '2026-11', evidence: 'observed' }],
});
