import { hostMatcher, readMxPattern } from '../../protocols/mta-sts/mx-pattern.ts';
import { defineCheck } from '../define-check.ts';
import { MX, policyWith, RECORD, served } from './example-policy.ts';
import { NEW_ID, policyToJudge } from './judged.ts';

const TWO = `${MX}\n@ MX 20 mx.backup.net.\nmx.backup.net. A 192.0.2.2\n${RECORD}`;

export default defineCheck({
  id: 'mta-sts/mx-patterns',
  title: 'The MTA-STS policy names every MX host',
  refs: [
    { label: 'RFC 8461 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-4.1' },
    { label: 'RFC 8461 §5', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-5' },
  ],
  why: 'Senders that know the policy deliver to no other hosts than those it names: Gmail, Microsoft and others then hold mail back and bounce it in the end. It happens when the MX records move to another provider and the policy stays behind. `*.example.com` stands for exactly one label.',
  fix: 'Add an `mx:` line for the host and change the id, a day before its MX record is published',
  needs: ['mtaSts', 'mx'],
  messages: {
    refused: {
      level: 'error',
      text: 'MX host `{host}` is not named in the enforced MTA-STS policy, so senders refuse to deliver to it',
    },
    unnamed: {
      level: 'warning',
      text: 'MX host `{host}` is not named in the MTA-STS policy, so senders will refuse it once that is enforced',
    },
  },
  examples: [
    { name: 'the host by its name', zone: `${MX}\n${RECORD}`, web: served(), expect: [] },
    { name: 'a wildcard', zone: `${MX}\n${RECORD}`, web: served(policyWith('mx', 'mx: *.Example.com')), expect: [] },
    { name: 'a second host that was forgotten', zone: TWO, web: served(), expect: ['refused'] },
    {
      name: 'the same, while testing',
      zone: TWO,
      web: served(policyWith('mode', 'mode: testing')),
      expect: ['unnamed'],
    },
    {
      name: 'the same, and a record that is not valid',
      zone: TWO.replace('id=20261101', 'id='),
      web: served(),
      expect: ['unnamed'],
    },
    {
      name: 'a provider that was left',
      zone: TWO,
      web: served(policyWith('mx', 'mx: *.oldhost.net')),
      expect: ['refused', 'refused'],
    },
    {
      name: 'a wildcard for one label, and a host two below',
      zone: `@ MX 10 mail.eu\nmail.eu A 192.0.2.1\n${RECORD}`,
      web: served(policyWith('mx', 'mx: *.example.com')),
      expect: ['refused'],
    },
    {
      name: 'a pattern with a dot too many, which is another matter',
      zone: TWO,
      web: served([...policyWith('mx', 'mx: mail.example.com.'), 'mx: mx.backup.net']),
      expect: [],
    },
    {
      name: 'a broken pattern for one host, and another that was forgotten',
      zone: TWO,
      web: served(policyWith('mx', 'mx: mail.example.com.')),
      expect: ['unnamed'],
    },
    {
      name: 'a pattern that may mean any host, which is another matter',
      zone: TWO,
      web: served(policyWith('mx', 'mx: mail.example.com mx.backup.net')),
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a host that is gone, which is another matter',
      zone: `${MX}\n@ MX 20 gone\n${RECORD}`,
      web: served(),
      expect: [],
    },
    {
      name: 'a policy that is over',
      zone: TWO,
      web: served(policyWith('mode', 'mode: none')),
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a host that answers late',
      zone: TWO,
      web: served({ failure: 'timeout' }),
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mtaSts, mx }, findings) {
    const parsed = policyToJudge(mtaSts, findings);
    if (parsed === undefined) return;
    const { mode, mx: patterns } = parsed.value;
    if (mode === 'none' || patterns.length === 0) {
      findings.notApplicable('the MTA-STS policy names no hosts');
      return;
    }
    const enforced = mtaSts.inForce?.mode === 'enforce';
    const live = mx.hosts.filter(({ state }) => state === 'reachable' || state === 'unknown');
    // What a broken line was meant to name is the affair of mta-sts/pattern-syntax.
    if (patterns.some(({ fault, meant }) => fault !== undefined && meant === undefined)) {
      findings.notApplicable('it is unclear which hosts the MTA-STS policy names, see mta-sts/pattern-syntax');
      return;
    }
    const named = hostMatcher(
      patterns.map((pattern) => readMxPattern({ ...pattern.field, value: pattern.meant ?? pattern.field.value })),
    );
    for (const host of new Set(live.map(({ name }) => name))) {
      if (named(host)) continue;
      const fix = `add the line \`mx: ${host}\` to the policy, ${NEW_ID}`;
      findings.add(enforced ? 'refused' : 'unnamed', { host }, { fix });
    }
  },
});
