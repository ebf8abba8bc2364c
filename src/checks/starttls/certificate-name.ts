import { matchingName } from '../../protocols/certificate.ts';
import { LEAF, LEAF_KEY_SHA256, NAMELESS, OTHER_HOST } from '../dane/example-certificates.ts';
import { HOST, showing, zoneWith } from '../dane/example-hosts.ts';
import { firstNames } from '../certificate-names.ts';
import { defineCheck } from '../define-check.ts';
import { ENFORCED, SILENT } from './example-hosts.ts';
import { insistenceOn } from './insistence.ts';
import { admitSilent, established, perHost } from './sessions.ts';

export default defineCheck({
  id: 'starttls/certificate-name',
  title: 'The certificates of mail hosts are for these hosts',
  refs: [
    { label: 'RFC 8461 §4.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-4.2' },
    { label: 'RFC 9525 §6.3', url: 'https://www.rfc-editor.org/rfc/rfc9525#section-6.3' },
    { label: 'RFC 7672 §3.2.3', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-3.2.3' },
  ],
  why: 'Senders that verify look for the name of the MX host among the dNSNames of its certificate. Most senders do not verify, and nothing breaks there; those that honour MTA-STS do not deliver.',
  fix: 'Let the certificate name the host as the MX record does, as a dNSName in its subjectAltName',
  needs: ['smtp'],
  considers: ['tlsa', 'mtaSts'],
  messages: {
    enforced: {
      level: 'error',
      text: 'The certificate that `{host}` shows{where} is for {names}, so senders that honour MTA-STS do not deliver',
    },
    other: { level: 'note', text: 'The certificate that `{host}` shows{where} is for {names}' },
    'common-name': {
      level: 'note',
      text: 'The certificate that `{host}` shows{where} has its name as CN only, where senders that verify no longer look',
    },
  },
  examples: [
    { name: 'the name of the host', zone: HOST, smtp: showing(LEAF), expect: [] },
    { name: 'another name', zone: HOST, smtp: showing(OTHER_HOST), expect: ['other'] },
    { name: 'a CN', zone: HOST, smtp: showing(NAMELESS), expect: ['common-name'] },
    {
      name: 'another name, with MTA-STS',
      ...ENFORCED,
      smtp: showing(OTHER_HOST),
      expect: ['enforced'],
    },
    {
      name: 'a CN, with MTA-STS',
      ...ENFORCED,
      smtp: showing(NAMELESS),
      expect: ['enforced'],
    },
    {
      name: 'another name, with DANE, which is another matter',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`),
      smtp: showing(OTHER_HOST),
      expect: [],
    },
    SILENT,
  ],
  evaluate({ smtp, tlsa, mtaSts }, findings) {
    admitSilent(smtp, findings);
    const misnamed = perHost(smtp.hosts, (session, host) => {
      const [own] = established(session)?.chain ?? [];
      const by = own === undefined ? 'dns-name' : matchingName(own, host);
      return own === undefined || by === 'dns-name' ? undefined : { by, names: inWords(own) };
    });
    for (const { what, host, where } of misnamed) {
      const { dane, mtaSts: enforced } = insistenceOn(host, tlsa, mtaSts);
      if (enforced) findings.add('enforced', { host, where, names: what.names });
      // Where the name counts for DANE, dane/presentation says so.
      else if (dane !== undefined) continue;
      else if (what.by === 'common-name') findings.add('common-name', { host, where });
      else findings.add('other', { host, where, names: what.names });
    }
  },
});

function inWords({ names, commonName }: { readonly names: readonly string[]; readonly commonName?: string }): string {
  if (names.length === 0) return commonName === undefined ? 'no host' : `\`${commonName}\` as CN only`;
  return firstNames(names);
}
