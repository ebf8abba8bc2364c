import { tlsResultType } from '../../protocols/tls-result-type.ts';
import { defineCheck } from '../define-check.ts';
import { failureDetail, failureParams } from './failing.ts';

export default defineCheck({
  id: 'tls-sessions/policy-retrieval',
  title: 'Senders can fetch the MTA-STS policy and use it',
  refs: [
    { label: 'RFC 8461 §3.3', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.3' },
    { label: 'RFC 8460 §4.3.2.2', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-4.3.2.2' },
  ],
  why: 'A sender that cannot have the policy goes on without it, or by an old copy: against an attacker on the way, mail from there is not protected, and a change of mail hosts does not reach it.',
  fix: 'Serve the policy over HTTPS with a valid certificate, to every address that asks: rate limits and country blocks of a web host hit senders first',
  needs: ['tlsReports'],
  messages: {
    unusable: {
      level: 'warning',
      text: '{sessions} with {domain} found no MTA-STS policy they could use: {meaning} ({result})',
    },
  },
  examples: [
    {
      name: 'a policy that is not there',
      tlsSessions: [{ policy: 'sts', failed: 3, result: 'sts-policy-fetch-error' }],
      zone: '',
      expect: ['unusable'],
    },
    {
      name: 'a web server with an expired certificate, beside a mail host with another fault',
      tlsSessions: [
        { policy: 'sts enforce', failed: 3, result: 'sts-webpki-invalid' },
        { policy: 'sts enforce', failed: 3, result: 'certificate-expired', mx: 'mx1.example.com' },
      ],
      zone: '',
      expect: ['unusable'],
    },
    {
      name: 'sessions under the policy',
      tlsSessions: [{ policy: 'sts enforce', successful: 100 }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ tlsReports }, findings) {
    for (const failure of tlsReports.failures) {
      if (failure.sessions === 0 || tlsResultType(failure.resultType).kind !== 'sts-policy') continue;
      const { sessions, domain, result, meaning } = failureParams(failure);
      findings.add('unusable', { sessions, domain, result, meaning }, failureDetail(failure));
    }
  },
});
