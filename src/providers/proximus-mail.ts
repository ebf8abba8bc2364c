import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'proximus-mail',
  name: 'Proximus Mail',
  category: 'mailbox',
  mailDomains: ['proximus.be', 'skynet.be'],
  sources: [
    {
      url: 'https://www.proximus.be/support/en/id_sfaqs_mail_no_access/self-employed-and-small-companies/support/internet/e-mails/problems-with-your-mailbox/you-have-no-longer-access-to-your-e-mails.html',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/search?q=%22skynet.be%22+%22telenet.be%22&type=code',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
