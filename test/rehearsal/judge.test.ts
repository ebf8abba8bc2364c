import { expect, test } from 'vitest';
import { judge } from '../../src/rehearsal/judge.ts';
import type { Row } from '../../src/rehearsal/results.ts';
import type { Situation } from '../../src/rehearsal/situation.ts';
import { judged, organisation, row } from '../streams/period.ts';
import { signatureOf } from '../../src/streams/signature.ts';

const RELAXED = { dkim: 'r', spf: 'r' } as const;
const ground = { organisation, reportedModes: () => RELAXED };
const situation: Situation = { policyOf: () => ({ state: 'absent' }), modesOf: () => RELAXED };

test('rows that authenticated alike and are of two services lose their keys each by its own', () => {
  const signature = signatureOf(row({ dkim: ['example.com s1 pass'] }));
  const [desk, post] = judged([{ dkim: ['desk.test s pass'] }, { dkim: ['post.test s pass'] }]);
  const rowOf = (attribution: typeof desk): Row => {
    if (attribution === undefined) throw new Error('no row');
    return { signature, attribution, sourceIp: '192.0.2.1' };
  };
  const withoutDesk = judge(
    {
      ...situation,
      withdrawal: {
        key: (_, { stream }) => (stream.provider === 'desk' ? 'yes' : 'no'),
        envelope: () => false,
        unlisted: () => 'no',
      },
    },
    ground,
  );
  const told = [desk, post, desk, post].map((one) => withoutDesk(rowOf(one)).results.dmarc);
  expect(told).toEqual(['fail', 'pass', 'fail', 'pass']);
});

test('rows that authenticated alike from two addresses are judged each by its own, where SPF is evaluated', () => {
  const signature = signatureOf(row({ spf: ['example.com pass'] }));
  const [attribution] = judged([{ spf: ['example.com pass'] }]);
  if (attribution === undefined) throw new Error('no row');
  const planned = judge(
    {
      ...situation,
      spf: {
        concerns: () => true,
        of: (_, ip) => ({ result: ip === '192.0.2.1' ? 'pass' : 'fail' }),
        trustsReports: false,
      },
    },
    ground,
  );
  const told = ['192.0.2.1', '192.0.2.2', '192.0.2.1'].map(
    (sourceIp) => planned({ signature, attribution, sourceIp }).results.spf,
  );
  expect(told).toEqual(['yes', 'no', 'yes']);
});
