import { UserError } from '../../core/errors.ts';
import { recordedNet } from '../../net/recorded.ts';
import { fuzzTarget, utf8 } from '../fuzzing/target.ts';
import { fixtures } from '../fuzzing/samples.ts';

/** Recordings of what the world answered. */
export default fuzzTarget({
  seeds: () => {
    const [whole = Buffer.alloc(0)] = fixtures('recordings', '.rec', 1 << 20);
    const lines = whole.toString().split('\n');
    const head = lines.slice(0, 4).join('\n');
    return [0, 40, 80, 120, 150].map((at) => `${head}\n${lines.slice(4 + at, 34 + at).join('\n')}\n`);
  },
  tokens: [
    '; sendaudit recording 1\n',
    '\n',
    '\\',
    '"',
    'nxdomain',
    'nodata',
    'failed',
    'fetch ',
    'smtp ',
    ' TXT ',
    ' MX ',
    ' A ',
    'ttl=',
    '(',
    ')',
    '; ',
    '{"',
    '?',
  ],
  run(bytes) {
    const text = utf8(bytes);
    try {
      const { problems, recorded, names } = recordedNet(text, 'x.rec');
      return [problems, recorded, names];
    } catch (error) {
      // What is no recording, or none of this version, is refused.
      if (error instanceof UserError) return error.message;
      throw error;
    }
  },
});
