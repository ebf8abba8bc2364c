import { LEAF, LEAF_KEY_SHA256, SELF_SIGNED } from '../dane/example-certificates.ts';
import { HOST, showing, zoneWith } from '../dane/example-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { ENFORCED, SILENT } from './example-hosts.ts';
import { insistenceOn } from './insistence.ts';
import { admitSilent, established, perHost } from './sessions.ts';

const DISTRUSTED = {
  'mail.example.com': { certificates: [SELF_SIGNED], distrust: 'the certificate is signed by itself' },
};

export default defineCheck({
  id: 'starttls/certificate-trust',
  title: 'A known authority vouches for the certificates of mail hosts',
  refs: [
    { label: 'RFC 8461 §4.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-4.2' },
    { label: 'RFC 3207 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc3207#section-4.1' },
    { label: 'RFC 5280 §6', url: 'https://www.rfc-editor.org/rfc/rfc5280#section-6' },
  ],
  why: 'Most senders take any certificate, so nothing breaks. Those that honour MTA-STS, and partners that insist on verified TLS, do not deliver to a host whose certificate no authority they know vouches for. Often only the intermediate certificate is not sent.',
  fix: 'Install a certificate of a public authority, with the intermediate certificates that belong to it; with DANE the host’s own will do',
  needs: ['smtp'],
  considers: ['tlsa', 'mtaSts'],
  messages: {
    enforced: {
      level: 'error',
      text: 'Senders that honour MTA-STS do not deliver to `{host}`{where}: {reason}',
    },
    untrusted: {
      level: 'note',
      text: 'Nobody can verify by its certificate that `{host}`{where} is genuine: {reason}',
    },
  },
  examples: [
    {
      name: 'a certificate that is vouched for',
      zone: HOST,
      smtp: showing(LEAF),
      expect: [],
    },
    { name: 'a certificate of its own', zone: HOST, smtp: DISTRUSTED, expect: ['untrusted'] },
    {
      name: 'a certificate of its own, with DANE',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`),
      smtp: DISTRUSTED,
      expect: [],
    },
    {
      name: 'a certificate of its own, with MTA-STS',
      ...ENFORCED,
      smtp: DISTRUSTED,
      expect: ['enforced'],
    },
    SILENT,
  ],
  evaluate({ smtp, tlsa, mtaSts }, findings) {
    admitSilent(smtp, findings);
    const distrusted = perHost(smtp.hosts, (session) => {
      const { distrust = '', chain: [own] = [] } = established(session) ?? {};
      // Of a certificate out of its dates, starttls/certificate-dates speaks.
      const current = own === undefined || (own.notBefore <= smtp.at && smtp.at <= own.notAfter);
      return distrust === '' || !current ? undefined : distrust;
    });
    for (const { what: reason, host, where } of distrusted) {
      const insistence = insistenceOn(host, tlsa, mtaSts);
      if (insistence.mtaSts) findings.add('enforced', { host, where, reason });
      else if (insistence.dane === undefined) findings.add('untrusted', { host, where, reason });
    }
  },
});
