import { expect, test } from 'vitest';
import nullRecord from '../../../src/checks/mx/null-record.ts';
import { runExample } from '../../support/example-world.ts';

test.each([
  ['beside another record', '@ MX 10 mail\nmail A 192.0.2.1\n@ MX 0 .'],
  ['at a domain that sends', '@ TXT "v=spf1 ip4:192.0.2.1 -all"\n@ A 192.0.2.1\n@ MX 0 .'],
])('a null MX %s is pointed at where it is written down', async (_, zone) => {
  const { findings } = await runExample(nullRecord, { name: '', zone, expect: [] });
  const { findings: others } = await runExample(nullRecord, { name: '', zone: `\n${zone}`, expect: [] });
  const line = findings[0]?.at?.place?.line ?? Number.NaN;
  expect(findings[0]?.at?.text).toBe('0 .');
  expect(others[0]?.at?.place?.line).toBe(line + 1);
});
