import { defineCheck } from '../define-check.ts';
import { POLICY, RECORD, served } from './example-policy.ts';
import { policyToJudge } from './judged.ts';

export default defineCheck({
  id: 'mta-sts/media-type',
  title: 'The MTA-STS policy is served as text/plain',
  refs: [{ label: 'RFC 8461 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.2' }],
  why: 'Senders should look at the media type, so that nobody who may upload a picture or a page can set a policy. Those that do discard a policy of any other type.',
  fix: 'Let the web server send `Content-Type: text/plain` with the policy',
  needs: ['mtaSts'],
  messages: {
    other: { level: 'warning', text: 'The MTA-STS policy is served as `{type}`, so careful senders discard it' },
    missing: {
      level: 'warning',
      text: 'The MTA-STS policy is served without media type, so careful senders discard it',
    },
  },
  examples: [
    { name: 'plain text', zone: RECORD, web: served(), expect: [] },
    {
      name: 'plain text with a character set',
      zone: RECORD,
      web: served({ contentType: 'Text/Plain;charset=utf-8', body: POLICY.join('\n') }),
      expect: [],
    },
    {
      name: 'a download',
      zone: RECORD,
      web: served({ contentType: 'application/octet-stream', body: POLICY.join('\n') }),
      expect: ['other'],
    },
    { name: 'no type', zone: RECORD, web: served({ contentType: '', body: POLICY.join('\n') }), expect: ['missing'] },
    {
      name: 'a web page, which is another matter',
      zone: RECORD,
      web: served({ contentType: 'text/html', body: '<!doctype html><p>Welcome' }),
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ mtaSts }, findings) {
    const parsed = policyToJudge(mtaSts, findings);
    if (parsed === undefined || mtaSts.policy.state !== 'fetched') return;
    if (parsed.problems.some(({ code }) => code === 'page')) {
      findings.notApplicable('it is no policy, see mta-sts/policy-syntax');
      return;
    }
    const [type = ''] = mtaSts.policy.contentType.split(';', 1);
    if (type.trim() === '') findings.add('missing', {});
    else if (type.trim().toLowerCase() !== 'text/plain') findings.add('other', { type: type.trim() });
  },
});
