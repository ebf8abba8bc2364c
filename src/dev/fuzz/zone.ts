import { parseMasterFile } from '../../net/zone/master-file.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { fuzzTarget, utf8 } from '../fuzzing/target.ts';

const ZONE = `$ORIGIN example.com.
$TTL 1h
@ IN SOA ns1 hostmaster ( 1 2h ; serial
  3600 1w 300 )
  NS ns1
  MX 10 mail
  TXT "v=spf1 mx" " -all" \\; x
_dmarc 300 IN TXT "v=DMARC1; p=none"
*.x CNAME y.example.
mail A 192.0.2.1
 AAAA 2001:db8::1
$GENERATE 1-3 host$ A 10.0.0.\${0,3,d}
t TYPE65280 \\# 3 abcdef
_25._tcp TLSA 3 1 1 ( aa bb
 cc )
c CAA 0 issue "ca.example"
$INCLUDE other.zone
`;

/** Zones as master files (RFC 1035 §5). */
export default fuzzTarget({
  seeds: () => [ZONE, ...fixtures('world/zones', '.zone', 1500).slice(0, 8)],
  tokens: [
    '$ORIGIN ',
    '$TTL ',
    '$GENERATE 1-9 a$ A 1.1.1.$',
    '${0,3,d}',
    '$INCLUDE x\n',
    '(',
    ')',
    ';',
    '\\',
    '\\000',
    '\\999',
    '\\#',
    '@',
    ' IN ',
    ' CH ',
    ' TXT ',
    ' SOA ',
    ' MX ',
    ' TYPE99 ',
    '1w2d',
    '"',
    '.',
    '..',
    '*',
  ],
  run: (bytes) =>
    parseMasterFile(utf8(bytes), { file: 'x.zone', include: () => ({ text: 'a A 192.0.2.9\n', file: 'y' }) }),
});
