import { patternMatcher } from '../../protocols/mta-sts/mx-pattern.ts';
import { defineCheck } from '../define-check.ts';
import { MX, policyWith, RECORD, served } from './example-policy.ts';
import { lineSpan, NEW_ID, policyToJudge } from './judged.ts';

const ZONE = `${MX}\n${RECORD}`;

export default defineCheck({
  id: 'mta-sts/unused-patterns',
  title: 'Every host in the MTA-STS policy is an MX host of the domain',
  refs: [{ label: 'RFC 8461 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-4.1' }],
  why: 'A host that the policy names and no MX record does is left over from a move, or mistyped. It does no harm to mail, but who can forge the MX answer may send mail there with the blessing of the policy.',
  fix: 'Remove the line from the policy and change the id, unless the host is about to become an MX host',
  needs: ['mtaSts', 'mx'],
  messages: {
    unused: { level: 'note', text: '`mx: {pattern}` in the MTA-STS policy matches no MX host of `{domain}`' },
  },
  examples: [
    { name: 'the host', zone: ZONE, web: served(), expect: [] },
    { name: 'a wildcard', zone: ZONE, web: served(policyWith('mx', 'mx: *.example.com')), expect: [] },
    {
      name: 'a host from before',
      zone: ZONE,
      web: served(policyWith('mx', 'mx: mail.example.com', 'mx: *.oldhost.net')),
      expect: ['unused'],
    },
    { name: 'no name at all, which is another matter', zone: ZONE, web: served(policyWith('mx', 'mx: *')), expect: [] },
    {
      name: 'a policy that is over',
      zone: ZONE,
      web: served(policyWith('mode', 'mode: none')),
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a null MX, which is another matter',
      zone: `@ MX 0 .\n${RECORD}`,
      web: served(),
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ mtaSts, mx }, findings) {
    const parsed = policyToJudge(mtaSts, findings);
    if (parsed === undefined) return;
    if (parsed.value.mode === 'none' || mx.hosts.length === 0) {
      findings.notApplicable('the policy is over, or no host takes mail');
      return;
    }
    const { domain } = findings;
    const used = patternMatcher(mx.hosts.map(({ name }) => name));
    for (const pattern of parsed.value.mx) {
      if (pattern.fault !== undefined || used(pattern)) continue;
      const { field } = pattern;
      const fix = `remove the line from the policy, ${NEW_ID}, unless the host is about to become an MX host`;
      findings.add('unused', { pattern: field.value, domain }, { at: lineSpan(mtaSts, parsed, field), fix });
    }
  },
});
