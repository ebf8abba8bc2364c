import { special } from './english/special.ts';
import { notNow } from './english/not-now.ts';
import { oneMessage } from './english/one-message.ts';
import { mailbox } from './english/mailbox.ts';
import { rate } from './english/rate.ts';
import { whoWeAre } from './english/who-we-are.ts';
import { whatWeSay } from './english/what-we-say.ts';
import { senderAddress } from './english/sender-address.ts';
import { recipientAddress } from './english/recipient-address.ts';
import { form } from './english/form.ts';
import { defineRules } from '../rule.ts';

/** What everybody says, from the special to the general: a rejected recipient may be unknown, full, or greylisted. */
export default defineRules({
  kind: 'phrases',
  rules: [
    ...special,
    ...notNow,
    ...oneMessage,
    ...mailbox,
    ...rate,
    ...whoWeAre,
    ...whatWeSay,
    ...senderAddress,
    ...recipientAddress,
    ...form,
  ],
  sources: [
    { url: 'https://smtpfieldmanual.com/', checked: '2026-11' },
    { url: 'https://libsisimai.org/en/reason/', checked: '2026-11' },
  ],
});
