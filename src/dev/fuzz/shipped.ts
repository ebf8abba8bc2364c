import logShipper from '../../logs/formats/log-shipper.ts';
import { toldByEntries } from '../fuzzing/log-readers.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Lines of mail servers' logs as collectors hand them on. */
export default fuzzTarget({
  seeds: () =>
    fixtures('logs', '.ndjson', 65_536)
      .map((sample) => sample.toString('utf8').trimEnd())
      .filter((text) => /status=|stat=/.test(text))
      .flatMap((text) => text.split('\n')),
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ',',
    'null',
    '-1',
    '9007199254740993',
    '"log":"',
    '"message":"',
    '"time":"1794211504"',
    '"@timestamp":"2026-11-09T08:00:00Z"',
    '"program":"postfix/smtp"',
    '"process":{"name":"postfix/smtp","pid":1}',
    '"host":{"name":"a b"}',
    'Nov  9 08:00:00 mx1 postfix/smtp[7]: ',
    '4SVMr93fMRzVDynM: to=<a@b>, relay=none, delay=1, status=deferred (x)',
    '\\u001b[0m',
    '\\n',
    '\n',
  ],
  run: (bytes) => toldByEntries(logShipper, [bytes]),
  inPieces: (bytes, length) => toldByEntries(logShipper, cut(bytes, length)),
});
