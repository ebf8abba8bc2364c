import { expect, test } from 'vitest';
import type { Spike } from '../../src/delivery/spikes.ts';
import { standoutsOf } from '../../src/delivery/standouts.ts';

const spike = (begin: number, end: number, failures: number): Spike => ({
  begin,
  end,
  failures,
  goesOn: false,
  usual: 0,
  attempts: failures,
});
const at = (id: string, ...spikes: Spike[]) => ({ label: { id, name: id }, spikes });

test('what is mostly at one provider is told there, and what is at several once, with their names', () => {
  const [whole, gmail] = [spike(0, 3, 100), spike(0, 3, 80)];
  expect(standoutsOf([whole], [at('gmail', gmail)])).toEqual([
    { spike: gmail, at: { id: 'gmail', name: 'gmail' }, among: [] },
  ]);
  const [few, more] = [spike(0, 2, 30), spike(1, 3, 50)];
  expect(standoutsOf([whole], [at('yahoo', few), at('outlook', more)])).toEqual([
    {
      spike: whole,
      among: [
        { id: 'outlook', name: 'outlook' },
        { id: 'yahoo', name: 'yahoo' },
      ],
    },
  ]);
  const later = spike(9, 10, 20);
  expect(standoutsOf([whole], [at('yahoo', few, later)]).map((one) => one.spike)).toEqual([later, whole]);
});
