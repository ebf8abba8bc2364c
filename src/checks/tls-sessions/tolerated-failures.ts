import { holdsMailBack } from '../../protocols/tls-policy-name.ts';
import { tlsResultType } from '../../protocols/tls-result-type.ts';
import { defineCheck } from '../define-check.ts';
import { failureDetail, failureParams } from './failing.ts';

export default defineCheck({
  id: 'tls-sessions/tolerated-failures',
  title: 'No session fails where senders deliver all the same',
  refs: [
    { label: 'RFC 8461 §5', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-5' },
    { label: 'RFC 8460 §4.3', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-4.3' },
  ],
  why: 'Without a policy, and under one that is only tested, mail is delivered after a failure as well, in the clear if need be: whoever sits on the way reads it. And the day the policy is enforced, this mail stays out.',
  fix: 'Mend what the result type names at this mail host, and enforce the MTA-STS policy when the reports show no more failures',
  needs: ['tlsReports'],
  messages: {
    tested: {
      level: 'warning',
      text: '{sessions} with {host} failed and would be refused if the MTA-STS policy of {domain} were enforced: {meaning} ({result})',
    },
    unprotected: {
      level: 'warning',
      text: '{sessions} with {host} failed, and no policy of {domain} was found, so mail may have gone in the clear: {meaning} ({result})',
    },
    untold: {
      level: 'warning',
      text: '{sessions} with {host} failed, and the reports do not say whether {domain} demanded TLS: {meaning} ({result})',
    },
  },
  examples: [
    {
      name: 'a name missing from the certificate, under a policy that is tested',
      tlsSessions: [
        {
          policy: 'sts testing',
          successful: 90,
          failed: 10,
          result: 'certificate-host-mismatch',
          mx: 'mx2.example.com',
        },
      ],
      zone: '',
      expect: ['tested'],
    },
    {
      name: 'a mail host without STARTTLS, and no policy',
      tlsSessions: [{ policy: 'no-policy-found', failed: 5, result: 'starttls-not-supported', mx: 'mx1.example.com' }],
      zone: '',
      expect: ['unprotected'],
    },
    {
      name: 'a report without the policy',
      tlsSessions: [{ policy: 'sts', failed: 5, result: 'validation-failure', mx: 'mx1.example.com' }],
      zone: '',
      expect: ['untold'],
    },
    {
      name: 'an enforced policy, and one that could not be fetched: others tell of them',
      tlsSessions: [
        { policy: 'sts enforce', failed: 5, result: 'validation-failure', mx: 'mx1.example.com' },
        { policy: 'sts', failed: 5, result: 'sts-policy-fetch-error' },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ tlsReports }, findings) {
    for (const failure of tlsReports.failures) {
      const { type, mode, resultType, sessions } = failure;
      if (sessions === 0 || tlsResultType(resultType).kind !== 'session' || holdsMailBack(type, mode)) continue;
      const key =
        type === 'no-policy-found' ? 'unprotected' : type === 'sts' && mode !== undefined ? 'tested' : 'untold';
      findings.add(key, { ...failureParams(failure) }, failureDetail(failure));
    }
  },
});
