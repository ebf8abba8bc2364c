import { LONGEST_POLICY } from '../../protocols/mta-sts-policy.ts';
import { defineCheck } from '../define-check.ts';
import { RECORD, served } from './example-policy.ts';

export default defineCheck({
  id: 'mta-sts/policy-response',
  title: 'The policy host answers with the MTA-STS policy',
  refs: [{ label: 'RFC 8461 §3.3', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.3' }],
  why: 'Only an answer with status 200 is a policy. Senders must not follow a redirect, not even from one path to another, so the rules that web servers have for `www` or a trailing slash undo MTA-STS.',
  fix: 'Answer `/.well-known/mta-sts.txt` on the policy host itself, with status 200 and the policy',
  needs: ['mtaSts'],
  messages: {
    redirect: {
      level: 'warning',
      text: 'The policy host of `{domain}` answers with {reason}, which senders of mail must not follow',
    },
    status: {
      level: 'warning',
      text: 'The policy host of `{domain}` answers with {reason}, so there is no policy behind the MTA-STS record',
    },
    size: {
      level: 'warning',
      text: 'The MTA-STS policy of `{domain}` is longer than {most} octets, which is more than senders read',
    },
  },
  examples: [
    { name: 'a policy', zone: RECORD, web: served(), expect: [] },
    { name: 'a page that is not there', zone: RECORD, web: served({ code: 404 }), expect: ['status'] },
    { name: 'a server in trouble', zone: RECORD, web: served({ code: 503 }), expect: [], outcome: 'inconclusive' },
    {
      name: 'a redirect to www',
      zone: RECORD,
      web: served({ code: 301, location: 'https://www.example.com/' }),
      expect: ['redirect'],
    },
    { name: 'a file without end', zone: RECORD, web: served({ failure: 'too-large' }), expect: ['size'] },
    {
      name: 'a bad certificate, which is another matter',
      zone: RECORD,
      web: served({ failure: 'certificate' }),
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a host that nobody could reach',
      zone: RECORD,
      web: served({ failure: 'network' }),
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mtaSts: { policy } }, findings) {
    if (policy.state === 'unknown') findings.inconclusive(policy.reason);
    if (policy.state !== 'failed') return;
    const { domain } = findings;
    const { fault, reason } = policy;
    if (fault === 'redirect') findings.add('redirect', { domain, reason });
    else if (fault === 'status') findings.add('status', { domain, reason });
    else if (fault === 'too-large') findings.add('size', { domain, most: LONGEST_POLICY });
    else findings.notApplicable('the policy host does not answer, see mta-sts/policy-host');
  },
});
