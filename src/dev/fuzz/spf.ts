import { isFatal, isSpfRecord, parseSpf, repairedSpf, spfLookAlike } from '../../protocols/spf.ts';
import { fuzzTarget, octets } from '../fuzzing/target.ts';

/** SPF records (RFC 7208), with what is told of those that are none. */
export default fuzzTarget({
  seeds: () => [
    'v=spf1 include:_spf.example.com ip4:192.0.2.0/24 ip6:2001:db8::/32 a mx:mail.example.com//64 ~all',
    'v=spf1 a:%{i}._spf.%{d2r.-}.example.com/24//56 exists:%{l1r+-}.%{o}.x exp=e.%{d} -all',
    'v=spf1 redirect=_spf.example.com ptr ?all x=y',
    '"v=spf1 mx" "-all"',
    'spf2.0/pra ip4=1.2.3.4 include example.com all',
  ],
  tokens: [
    'v=spf1',
    ' ',
    ':',
    '/',
    '//',
    '=',
    '%',
    '%{',
    '}',
    '%%',
    '%_',
    '%-',
    '+',
    '-',
    '~',
    '?',
    'include:',
    'ip4:',
    'ip6:',
    '::',
    'exists:',
    'redirect=',
    'exp=',
    'all',
    'ptr',
    '.',
    '\xA0',
    '\xE2\x80\x93',
  ],
  // A fault in every second octet is told with its text each time.
  msPerKib: 20,
  run(bytes) {
    const text = octets(bytes);
    const parsed = parseSpf(text);
    return [parsed, isFatal(parsed), repairedSpf(parsed), isSpfRecord(text), spfLookAlike(text)];
  },
});
