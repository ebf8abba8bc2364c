import { ofOneServer } from './mta/of-one-server.ts';
import { telling } from './mta/telling.ts';
import { usual } from './mta/usual.ts';
import { wayThere } from './mta/way-there.ts';
import { defineRules } from '../rule.ts';

/** What mail servers say themselves: Postfix, Exim, sendmail, Exchange, qmail, PowerMTA, KumoMTA, OpenSMTPD, Courier, msmtp. */
export default defineRules({
  kind: 'server',
  rules: [...ofOneServer, ...telling, ...usual, ...wayThere],
  sources: [
    { url: 'https://www.postfix.org/postconf.5.html', checked: '2026-11' },
    { url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/', checked: '2026-11' },
    { url: 'https://cr.yp.to/proto/qsbmf.txt', checked: '2026-11' },
  ],
});
