import { defineCheck } from '../define-check.ts';
import { policyWith, RECORD, served } from './example-policy.ts';
import { fieldOf, lineSpan, policyToJudge } from './judged.ts';

export default defineCheck({
  id: 'mta-sts/mode',
  title: 'The MTA-STS policy is enforced',
  refs: [
    { label: 'RFC 8461 §5', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-5' },
    { label: 'RFC 8461 §8.3', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-8.3' },
  ],
  why: 'In testing mode senders report failures where TLS-RPT asks them to, and deliver all the same, in the clear if need be. With `none` they take the domain to have no MTA-STS.',
  fix: 'Go over to `mode: enforce` and a new id once the TLS reports show no failures',
  needs: ['mtaSts'],
  messages: {
    testing: {
      level: 'note',
      text: 'The MTA-STS policy of `{domain}` is only tested, so senders still deliver where TLS fails',
    },
    none: { level: 'note', text: 'The MTA-STS policy of `{domain}` has the mode `none` and protects nothing' },
  },
  examples: [
    { name: 'enforced', zone: RECORD, web: served(), expect: [] },
    { name: 'tested', zone: RECORD, web: served(policyWith('mode', 'mode: testing')), expect: ['testing'] },
    { name: 'on its way out', zone: RECORD, web: served(policyWith('mode', 'mode: none')), expect: ['none'] },
    {
      name: 'mistyped, which is another matter',
      zone: RECORD,
      web: served(policyWith('mode', 'mode: Testing')),
      expect: [],
    },
    { name: 'no policy', zone: RECORD, web: served({ code: 404 }), expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ mtaSts }, findings) {
    const parsed = policyToJudge(mtaSts, findings);
    const field = parsed === undefined ? undefined : fieldOf(parsed, 'mode');
    if (parsed === undefined || field === undefined) return;
    const { domain } = findings;
    const at = lineSpan(mtaSts, parsed, field);
    if (parsed.value.mode === 'testing') findings.add('testing', { domain }, { at });
    if (parsed.value.mode !== 'none') return;
    const fix =
      'remove the record and the policy when the `max_age` of the last enforced policy is over, or go back to `mode: testing`';
    findings.add('none', { domain }, { at, fix });
  },
});
