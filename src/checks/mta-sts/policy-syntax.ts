import { defineCheck } from '../define-check.ts';
import { LATE, POLICY, policyWith, RECORD, served } from './example-policy.ts';
import { lineSpan, policyToJudge } from './judged.ts';

const BROKEN: ReadonlySet<string> = new Set([
  'byte-order-mark',
  'line-ends',
  'no-colon',
  'blank-before-colon',
  'key-name',
]);
/** Broken where the key is an unknown one; those of the policy have checks of their own. */
const BROKEN_VALUES: ReadonlySet<string> = new Set(['value-empty', 'value-character']);
const KEYS: ReadonlySet<string> = new Set(['version', 'mode', 'mx', 'max_age']);

export default defineCheck({
  id: 'mta-sts/policy-syntax',
  title: 'Every line of the MTA-STS policy is a key with a value',
  refs: [{ label: 'RFC 8461 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.2' }],
  why: 'Senders discard a policy that breaks the grammar, and deliver as though the domain had no MTA-STS. There are no comments in it and no headings; a byte order mark hides the first key.',
  fix: 'Write one `key: value` on every line and nothing else, as plain text without byte order mark',
  needs: ['mtaSts'],
  messages: {
    page: {
      level: 'warning',
      text: 'The policy host of `{domain}` serves a web page in the place of the MTA-STS policy',
    },
    line: { level: 'warning', text: '{problem}, so senders may discard the MTA-STS policy' },
    repeated: { level: 'note', text: '{problem} in the MTA-STS policy, and only the first counts' },
    blank: { level: 'note', text: '{problem} in the MTA-STS policy, which the grammar does not allow' },
  },
  examples: [
    { name: 'a policy', zone: RECORD, web: served(), expect: [] },
    { name: 'a key that nobody knows', zone: RECORD, web: served([...POLICY, 'contact: us']), expect: [] },
    {
      name: 'the page of a hoster',
      zone: RECORD,
      web: served({ contentType: 'text/html', body: '<html><body>404</body></html>' }),
      expect: ['page'],
    },
    {
      name: 'the line ends of old Macintoshes',
      zone: RECORD,
      web: served({ body: POLICY.join('\r') }),
      expect: ['line'],
    },
    { name: 'a comment', zone: RECORD, web: served(['# our policy', ...POLICY]), expect: ['line'] },
    {
      name: 'the equals sign of a record',
      zone: RECORD,
      web: served(policyWith('mode', 'mode=enforce')),
      expect: ['line'],
    },
    {
      name: 'a blank before the colon',
      zone: RECORD,
      web: served(policyWith('mode', 'mode : enforce')),
      expect: ['line'],
    },
    {
      name: 'a mark before the first key',
      zone: RECORD,
      web: served({ body: '\xEF\xBB\xBFversion: STSv1\n' }),
      expect: ['line'],
    },
    {
      name: 'an unknown key without value',
      zone: RECORD,
      web: served([...POLICY, 'contact:']),
      expect: ['line'],
    },
    { name: 'two modes', zone: RECORD, web: served([...POLICY, 'mode: none']), expect: ['repeated'] },
    { name: 'a blank line', zone: RECORD, web: served(policyWith('mode', 'mode: enforce', '')), expect: ['blank'] },
    LATE,
  ],
  evaluate({ mtaSts }, findings) {
    const parsed = policyToJudge(mtaSts, findings);
    if (parsed === undefined) return;
    const keys = new Map(parsed.value.fields.map(({ line, key }) => [line, key]));
    for (const problem of parsed.problems) {
      const { code, message } = problem;
      const detail = { at: lineSpan(mtaSts, parsed, problem) };
      const unread = BROKEN_VALUES.has(code) && !KEYS.has(keys.get(problem.line) ?? '');
      if (code === 'page') findings.add('page', { domain: findings.domain });
      else if (code === 'duplicate') findings.add('repeated', { problem: message }, detail);
      else if (code === 'blank-line') findings.add('blank', { problem: message }, detail);
      else if (unread || BROKEN.has(code)) findings.add('line', { problem: message }, detail);
    }
  },
});
