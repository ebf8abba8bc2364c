import { readAutoReply, replySigns } from '../bounce-mail/auto-reply.ts';
import { defineLogFormat } from '../format.ts';

export default defineLogFormat({
  id: 'auto-reply',
  title: 'Automatic answers',
  shape: 'mail',
  obtain: 'The mailbox behind the return path or behind Reply-To, where notes of absence come in between the bounces',
  caveats: ['The recipient is the one who answers, which need not be the one who was written to'],
  sources: [{ label: 'RFC 3834, automatic responses', url: 'https://www.rfc-editor.org/rfc/rfc3834' }],
  recognise: (mail) => replySigns(mail) * 0.9,
  read: readAutoReply,
});
