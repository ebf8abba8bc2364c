import { holdsMailBack } from '../../protocols/tls-policy-name.ts';
import { tlsResultType } from '../../protocols/tls-result-type.ts';
import { defineCheck } from '../define-check.ts';
import { failureDetail, failureParams } from './failing.ts';

export default defineCheck({
  id: 'tls-sessions/enforced-failures',
  title: 'No session fails where a failure keeps mail back',
  refs: [
    { label: 'RFC 8461 §5', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-5' },
    { label: 'RFC 7672 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2' },
    { label: 'RFC 8460 §4.3', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-4.3' },
  ],
  why: 'Under an enforced MTA-STS policy, and with DANE, a sender delivers nothing over a session that fails: mail waits in its queue, and comes back where no other mail host takes it.',
  fix: 'Mend what the result type names at this mail host; until it is mended, go back to `mode: testing`, or take the TLSA records out',
  needs: ['tlsReports'],
  messages: {
    sts: {
      level: 'error',
      text: '{sessions} with {host} failed, and the MTA-STS policy of {domain} is enforced, so mail was kept back: {meaning} ({result})',
    },
    dane: {
      level: 'error',
      text: '{sessions} with {host} failed, and {domain} has TLSA records, so mail was kept back: {meaning} ({result})',
    },
    demanded: {
      level: 'error',
      text: '{sessions} with {host} failed, and the sender keeps mail to {domain} back: {meaning} ({result})',
    },
  },
  examples: [
    {
      name: 'a certificate that has expired, with MTA-STS enforced',
      tlsSessions: [
        { policy: 'sts enforce', successful: 90, failed: 10, result: 'certificate-expired', mx: 'mx1.example.com' },
      ],
      zone: '',
      expect: ['sts'],
    },
    {
      name: 'a TLSA record that was forgotten when the key changed',
      tlsSessions: [{ policy: 'tlsa', successful: 0, failed: 7, result: 'tlsa-invalid', mx: 'mx1.example.com' }],
      zone: '',
      expect: ['dane'],
    },
    {
      name: 'a sender that demands DANE',
      tlsSessions: [{ policy: 'no-policy-found', failed: 3, result: 'dane-required', mx: 'mx1.example.com' }],
      zone: '',
      expect: ['demanded'],
    },
    {
      name: 'a policy that could not be fetched, and one that is only tested: others tell of them',
      tlsSessions: [
        { policy: 'sts enforce', failed: 2, result: 'sts-policy-fetch-error' },
        { policy: 'sts testing', failed: 2, result: 'certificate-expired', mx: 'mx1.example.com' },
      ],
      zone: '',
      expect: [],
    },
    {
      name: 'sessions that succeed',
      tlsSessions: [{ policy: 'sts enforce', successful: 100 }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ tlsReports }, findings) {
    for (const failure of tlsReports.failures) {
      const { type, mode, resultType, sessions } = failure;
      const { kind } = tlsResultType(resultType);
      if (sessions === 0 || kind === 'sts-policy') continue;
      if (kind !== 'demand' && !holdsMailBack(type, mode)) continue;
      const key = kind === 'demand' ? 'demanded' : type === 'tlsa' ? 'dane' : 'sts';
      findings.add(key, { ...failureParams(failure) }, failureDetail(failure));
    }
  },
});
