import { plainMessage } from './plain/message.ts';
import { plainMailbox } from './plain/mailbox.ts';
import { plainServer } from './plain/server.ts';
import { defineRules } from '../rule.ts';

/**
 * What people write who set up a server and find words of their own: the reason told in a sentence, without the words of any
 * mail server. Read when nothing else in English did, whose fault it is before what it is.
 */
export default defineRules({
  kind: 'phrases',
  rules: [...plainMessage, ...plainMailbox, ...plainServer],
  sources: [{ url: 'https://github.com/ActiveCampaign/smtp-field-manual/issues/11', checked: '2026-11' }],
});
