import { readable } from '../../core/readable.ts';
import { isHostName, isSubdomainOf } from '../../protocols/domain.ts';
import { HOST } from '../dane/example-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { SILENT } from './example-hosts.ts';
import { admitSilent, perHost } from './sessions.ts';

/** Names that mean another machine, or none, to everybody else (RFC 6761, RFC 6762, RFC 9476, ICANN’s `internal`). */
const LOCAL = ['localhost', 'localdomain', 'local', 'internal', 'lan', 'home', 'corp', 'invalid', 'alt'];
const greeting = (banner: string) => ({ 'mail.example.com': { banner } });

export default defineCheck({
  id: 'starttls/greeting',
  title: 'Mail hosts greet with their full name',
  refs: [
    { label: 'RFC 5321 §4.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.2' },
    { label: 'RFC 5321 §4.3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.1' },
  ],
  why: 'The first word of the greeting is the name of the host. Senders write it into their logs, and some notice by it that they talk to themselves. A name of no meaning mostly shows settings that nobody completed, and the same server often sends with it, too, which receivers do mind.',
  fix: 'Set the host name of the mail server to its full name in DNS, such as the one in the MX record',
  needs: ['smtp'],
  messages: {
    nameless: { level: 'note', text: '`{host}` greets{where} without a name' },
    local: { level: 'note', text: '`{host}` greets{where} as `{name}`, which is no full name of a host' },
  },
  examples: [
    { name: 'a full name', zone: HOST, smtp: greeting('mail.example.com ESMTP'), expect: [] },
    { name: 'a full name of a service', zone: HOST, smtp: greeting('MX12.example.net'), expect: [] },
    { name: 'an address', zone: HOST, smtp: greeting('[192.0.2.1] ready'), expect: [] },
    { name: 'localhost', zone: HOST, smtp: greeting('localhost.localdomain ESMTP Postfix'), expect: ['local'] },
    { name: 'a short name', zone: HOST, smtp: greeting('mail ESMTP'), expect: ['local'] },
    { name: 'no name', zone: HOST, smtp: greeting(''), expect: ['nameless'] },
    {
      name: 'a greeting that a firewall blanked out, here or there',
      zone: HOST,
      smtp: greeting('***************'),
      expect: [],
      outcome: 'inconclusive',
    },
    SILENT,
  ],
  evaluate({ smtp }, findings) {
    admitSilent(smtp, findings);
    const odd = perHost(smtp.hosts, ({ banner }) => {
      const [name = ''] = readable(banner).trim().split(/\s/, 1);
      return isFullName(name) ? undefined : name;
    });
    for (const { what: name, host, where } of odd) {
      if (/^\*+$/.test(name)) findings.inconclusive(`a firewall between here and ${host} blanks the greeting out`);
      else if (name === '') findings.add('nameless', { host, where });
      else findings.add('local', { host, where, name });
    }
  },
});

function isFullName(word: string): boolean {
  if (/^\[[^\]]+\]$/.test(word)) return true;
  const name = word.toLowerCase().replace(/\.$/, '');
  return name.includes('.') && isHostName(name) && !LOCAL.some((top) => isSubdomainOf(name, top));
}
