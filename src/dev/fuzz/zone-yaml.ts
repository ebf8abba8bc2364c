import { parseOctodns } from '../../net/zone/octodns.ts';
import { fuzzTarget, utf8 } from '../fuzzing/target.ts';

const ZONE = `---
'':
  - type: MX
    ttl: 300
    values:
      - exchange: mail.example.com.
        preference: 10
  - type: TXT
    values: ['v=spf1 mx -all', "a\\;b"]
_dmarc:
  type: TXT
  value: v=DMARC1\\; p=none
www: &w
  type: CNAME
  value: x.example.
two: *w
'*.x': {type: A, values: [192.0.2.1]}
`;

/** Zones as octoDNS writes them, in YAML. */
export default fuzzTarget({
  seeds: () => [
    ZONE,
    'a:\n  type: A\n  value: 1.2.3.4\n',
    '"b":\n  - {type: CAA, value: {flags: 0, tag: issue, value: x}}\n',
  ],
  tokens: [
    '- ',
    ': ',
    '\n  ',
    '&a',
    '*a',
    '<<: *w',
    '!!binary',
    '|',
    '>',
    '{',
    '}',
    '[',
    ']',
    '---\n',
    'type: ',
    'value: ',
    'values:',
    '? ',
    '%YAML 1.1',
  ],
  // The library makes an error of each of a thousand unclosed brackets, and takes 0.1 ms for it.
  msPerKib: 100,
  run: (bytes) => parseOctodns(utf8(bytes), { file: 'example.com.yaml', origin: 'example.com' }),
});
