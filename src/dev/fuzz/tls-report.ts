import { documentFromText } from '../../intake/document.ts';
import { readTlsRpt } from '../../reports/tls-rpt/read.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { fuzzTarget, utf8 } from '../fuzzing/target.ts';

/** TLS reports (RFC 8460 §4.4), broken JSON and all. */
export default fuzzTarget({
  seeds: () => fixtures('tls-rpt/faults', '.json', 4096),
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\u',
    '\\uD83D',
    '\\',
    '//',
    '/*',
    'null',
    'true',
    'NaN',
    '{"policies":[',
    '"policy":{',
    '"summary":{',
    '"failure-details":[',
    '"organization-name":"x"',
    '"total-successful-session-count":',
    '"date-range":{',
    '2024-01-01T00:00:00Z',
  ],
  run: (bytes) => readTlsRpt(documentFromText('report.json', utf8(bytes))),
});
