import { dmarcAsMeant, withTag, withoutTag } from '../../protocols/dmarc/edit.ts';
import { dmarcLookalike, isDmarcVersion } from '../../protocols/dmarc/version.ts';
import { parseDmarc } from '../../protocols/dmarc/parse.ts';
import { fuzzTarget, octets } from '../fuzzing/target.ts';

/** DMARC records (RFC 9989), with the repaired text. */
export default fuzzTarget({
  seeds: () => [
    'v=DMARC1; p=reject; sp=quarantine; np=reject; adkim=s; aspf=r; fo=1:d:s; psd=n; t=y; rua=mailto:d@example.com',
    'v=DMARC1;p=none;rua=mailto:a@b.example!10m,https://x.example/y;ruf=mailto:x%40y@z.example;pct=50;ri=86400;rf=afrf',
    'v=DMARC1; p = none ; rua=dmarc@example.com mailto:b@c.example',
    '"v=DMARC1" p:none',
  ],
  tokens: [
    'v=DMARC1',
    ';',
    '=',
    'p=',
    'sp=',
    'rua=',
    'mailto:',
    ',',
    '!',
    '!10m',
    '%',
    '%2C',
    '@',
    'fo=',
    ':',
    '\xA0',
    '\xE2\x80\x9C',
    'quarantine',
  ],
  // A fault in every second octet is told with its text each time.
  msPerKib: 20,
  run(bytes) {
    const text = octets(bytes);
    return [
      parseDmarc(text),
      dmarcLookalike(text),
      isDmarcVersion(text),
      dmarcAsMeant(text),
      withTag(text, 'p', 'reject'),
      withoutTag(text, 'sp'),
    ];
  },
});
