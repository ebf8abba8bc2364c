import { defineCheck } from '../define-check.ts';
import { MX, RECORD, served } from './example-policy.ts';

/** A policy lists the hosts; nobody reads a fix with hundreds of them. */
const MOST_HOSTS = 10;

export default defineCheck({
  id: 'mta-sts/record',
  title: 'The domain asks for encrypted delivery with MTA-STS',
  refs: [
    { label: 'RFC 8461 §3', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3' },
    { label: 'RFC 8461 §3.4', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.4' },
  ],
  why: 'Without MTA-STS or DANE, senders encrypt where they can and deliver in the clear where they cannot: who sits between two mail servers strikes the offer of TLS out, and reads along. With it, large senders insist on TLS and on a certificate that fits. A domain below needs a policy of its own; that of the domain above does not cover it.',
  fix: 'Serve a policy at `https://mta-sts.<domain>/.well-known/mta-sts.txt`, and publish a TXT record at `_mta-sts.<domain>`; begin with `mode: testing`',
  needs: ['mx'],
  considers: ['mtaSts'],
  messages: {
    missing: { level: 'note', text: '`{domain}` has no MTA-STS, so senders may deliver its mail without encryption' },
  },
  examples: [
    { name: 'a record', zone: `${MX}\n${RECORD}`, web: served(), expect: [] },
    { name: 'a domain that takes mail', zone: MX, expect: ['missing'] },
    { name: 'a name that answers with something else', zone: `${MX}\n*  TXT "v=spf1 -all"`, expect: ['missing'] },
    { name: 'a domain that takes none', zone: '@ MX 0 .', expect: [], outcome: 'not-applicable' },
    { name: 'a record, though damaged, is another matter', zone: `${MX}\n_mta-sts TXT "v=sts1"`, expect: [] },
    { name: 'no MX', zone: '@ A 192.0.2.1', expect: [], outcome: 'not-applicable' },
    {
      name: 'a name server that fails',
      zone: MX,
      servfail: ['_mta-sts.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mx, mtaSts }, findings) {
    if (mtaSts.state === 'found') return;
    const { domain } = findings;
    if (mx.hosts.length === 0) {
      findings.notApplicable('the domain takes no mail');
      return;
    }
    const names = [...new Set(mx.hosts.map(({ name }) => name))];
    const more = names.length > MOST_HOSTS ? [`\`mx:\` for each of the other ${names.length - MOST_HOSTS} hosts`] : [];
    const hosts = [...names.slice(0, MOST_HOSTS).map((name) => `\`mx: ${name}\``), ...more].join(', ');
    const file = `\`version: STSv1\`, \`mode: testing\`, ${hosts}, \`max_age: 604800\``;
    const fix = `serve a text file at \`https://mta-sts.${domain}/.well-known/mta-sts.txt\` with the lines ${file}; then publish \`v=STSv1; id=1\` as TXT at \`_mta-sts.${domain}\``;
    findings.add('missing', { domain }, { fix });
  },
});
