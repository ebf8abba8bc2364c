import { expect, test } from 'vitest';
import type { Findings } from '../../src/core/check.ts';
import { LONGEST_VALUE, MOST_FINDINGS, withinLimits } from '../../src/checks/limited-findings.ts';
import { sendaudit } from '../support/sendaudit.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MESSAGES = { wrong: { level: 'note', text: '`{what}` is wrong' } } as const;
type Said = { what: unknown; fix: string | undefined; proposals: number };

function listener(): { readonly findings: Findings<typeof MESSAGES>; readonly said: Said[]; readonly open: string[] } {
  const said: Said[] = [];
  const open: string[] = [];
  const findings: Findings<typeof MESSAGES> = {
    domain: 'example.com',
    add: (_key, params, detail) => {
      said.push({ what: Object.values(params)[0], fix: detail?.fix, proposals: detail?.changes?.length ?? 0 });
    },
    inconclusive: (reason) => void open.push(reason),
    notApplicable: () => {},
  };
  return { findings, said, open };
}

test('a check that finds thousands of things lists the first and says that there are more', () => {
  const { findings, said, open } = listener();
  let tried = 0;
  withinLimits(findings, ({ add }) => {
    for (tried = 0; tried < 20_000; tried++) add('wrong', { what: tried });
  });
  expect(said).toHaveLength(MOST_FINDINGS);
  expect(open).toEqual([expect.stringContaining(`more than ${MOST_FINDINGS} findings`)]);
  expect(tried, 'evaluated no further').toBe(MOST_FINDINGS);
});

test('a check that finds as many as are listed says nothing of more', () => {
  const { findings, said, open } = listener();
  withinLimits(findings, ({ add }) => {
    for (let n = 0; n < MOST_FINDINGS; n++) add('wrong', { what: n });
  });
  expect([said.length, open]).toEqual([MOST_FINDINGS, []]);
});

test('a value of 64 kB is cut in a message, and never inside a mail address', () => {
  const { findings, said } = listener();
  const addresses = Array.from({ length: 3000 }, (_, n) => `mailto:somebody.${n}@example.com`).join(',');
  withinLimits(findings, ({ add }) => {
    add('wrong', { what: addresses }, { fix: `remove \`${addresses}\`` });
    add('wrong', { what: 'x'.repeat(65_000) });
  });
  for (const { what } of said) expect(String(what).length).toBeLessThanOrEqual(LONGEST_VALUE + 1);
  expect(said[0]?.what).toMatch(/@example\.com…$/);
  expect(said[0]?.fix?.length).toBeLessThanOrEqual(3 * LONGEST_VALUE + 1);
});

test('proposals for a record of 64 kB are made for the first findings only', () => {
  const { findings, said } = listener();
  const change = { kind: 'replace', name: 'example.com', type: 'TXT', old: 'x'.repeat(20_000), value: 'y' } as const;
  withinLimits(findings, ({ add }) => {
    for (let n = 0; n < 10; n++) add('wrong', { what: n }, { changes: [change] });
  });
  expect(said.map(({ proposals }) => proposals)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
});

test('errors of a check are its own', () => {
  const { findings } = listener();
  expect(() => withinLimits(findings, () => JSON.parse('{'))).toThrow(SyntaxError);
});

test(
  'a record of 4,800 terms is audited in seconds, and in a report that can be read',
  { timeout: 30_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sendaudit-hostile-'));
    try {
      const strings = Array.from({ length: 40 }, () => `"${'a '.repeat(120)}"`).join(' ');
      const file = join(folder, 'hostile.example.zone');
      await writeFile(file, `$TTL 60\n@ SOA ns h 1 7200 900 1209600 300\n@ TXT "v=spf1 " ${strings} "-all"\n`);
      const { exitCode, stdout } = await sendaudit('check', 'hostile.example', '--zone', file, '--only', 'spf');
      expect(exitCode).toBe(1);
      expect(stdout.length).toBeLessThan(1_000_000);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
