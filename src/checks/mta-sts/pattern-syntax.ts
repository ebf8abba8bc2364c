import { defineCheck } from '../define-check.ts';
import { policyWith, RECORD, served } from './example-policy.ts';
import { lineSpan, NEW_ID, policyToJudge } from './judged.ts';

export default defineCheck({
  id: 'mta-sts/pattern-syntax',
  title: 'Every mx line of the MTA-STS policy holds one host name',
  refs: [
    { label: 'RFC 8461 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.2' },
    { label: 'RFC 8461 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-4.1' },
  ],
  why: 'Senders discard a policy with an `mx` that is no name of a host, and deliver as though the domain had no MTA-STS; those that keep it never find the host. An asterisk may only be the whole left-most label.',
  fix: 'Write one `mx:` line for every mail host, with its name as it stands in the MX record, or `*.` and the name above it',
  needs: ['mtaSts'],
  messages: {
    broken: { level: 'warning', text: '{problem}, so senders discard the MTA-STS policy or the line' },
  },
  examples: [
    { name: 'a name', zone: RECORD, web: served(), expect: [] },
    { name: 'a wildcard', zone: RECORD, web: served(policyWith('mx', 'mx: *.example.com')), expect: [] },
    {
      name: 'two in one line',
      zone: RECORD,
      web: served(policyWith('mx', 'mx: mx1.example.com, mx2.example.com')),
      expect: ['broken'],
    },
    { name: 'part of a label', zone: RECORD, web: served(policyWith('mx', 'mx: mx*.example.com')), expect: ['broken'] },
    { name: 'two wildcards', zone: RECORD, web: served(policyWith('mx', 'mx: *.*.example.com')), expect: ['broken'] },
    { name: 'any host', zone: RECORD, web: served(policyWith('mx', 'mx: *')), expect: ['broken'] },
    {
      name: 'a dot for the wildcard',
      zone: RECORD,
      web: served(policyWith('mx', 'mx: .example.com')),
      expect: ['broken'],
    },
    {
      name: 'a dot at the end',
      zone: RECORD,
      web: served(policyWith('mx', 'mx: mail.example.com.')),
      expect: ['broken'],
    },
    { name: 'an address', zone: RECORD, web: served(policyWith('mx', 'mx: 192.0.2.1')), expect: ['broken'] },
    { name: 'no host', zone: RECORD, web: served(policyWith('mx', 'mx:')), expect: ['broken'] },
    { name: 'no policy', zone: RECORD, web: served({ code: 404 }), expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ mtaSts }, findings) {
    const parsed = policyToJudge(mtaSts, findings);
    for (const { field, fault, meant } of parsed?.value.mx ?? []) {
      if (parsed === undefined || fault === undefined) continue;
      const fix = meant === undefined ? {} : { fix: `write \`mx: ${meant}\`, ${NEW_ID}` };
      findings.add('broken', { problem: fault }, { at: lineSpan(mtaSts, parsed, field), ...fix });
    }
  },
});
