import { defineCheck } from '../define-check.ts';
import { spanIn } from '../versioned-record.ts';
import { MX, RECORD, served } from './example-policy.ts';

export default defineCheck({
  id: 'mta-sts/mail-hosts',
  title: 'A domain with MTA-STS has mail hosts to protect',
  refs: [
    { label: 'RFC 8461 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-4.1' },
    { label: 'RFC 7505 §3', url: 'https://www.rfc-editor.org/rfc/rfc7505#section-3' },
  ],
  why: 'MTA-STS is about mail to the domain, and the policy names its MX hosts. Where there are none it protects nothing, and costs a web server and a certificate; often it stands at the domain that sends in place of the one that receives.',
  fix: 'Remove the record at `_mta-sts` and the policy, or publish the MX records of the domain',
  needs: ['mtaSts'],
  considers: ['mx'],
  messages: {
    refused: { level: 'note', text: '`{domain}` has MTA-STS, but its null MX says that it takes no mail' },
    missing: { level: 'note', text: '`{domain}` has MTA-STS, but no MX host that it could protect' },
  },
  examples: [
    { name: 'an MX host', zone: `${MX}\n${RECORD}`, web: served(), expect: [] },
    { name: 'a null MX', zone: `@ MX 0 .\n${RECORD}`, web: served(), expect: ['refused'] },
    { name: 'no MX', zone: `@ A 192.0.2.1\n${RECORD}`, web: served(), expect: ['missing'] },
    { name: 'no MTA-STS', zone: '@ MX 0 .', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ mtaSts, mx }, findings) {
    if (mx.state === 'found' && mx.value.hosts.length > 0) return;
    const { domain } = findings;
    const [first] = [...mtaSts.records, ...mtaSts.attempts];
    const detail = first === undefined ? {} : { at: spanIn(first) };
    findings.add(mx.state === 'found' && mx.value.nullMx ? 'refused' : 'missing', { domain }, detail);
  },
});
