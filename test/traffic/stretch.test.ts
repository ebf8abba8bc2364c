import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendauditIn } from '../support/sendaudit.ts';

const NOW = { now: () => new Date('2026-11-20T12:00:00Z') };
const DAY = 86_400;
const FIRST = Date.parse('2026-11-01T00:00:00Z') / 1000;
/** A report a day for twenty days, each with as many messages as its number, from 1. */
const reportOf = (number: number): string => {
  const begin = FIRST + (number - 1) * DAY;
  return `<feedback><report_metadata><org_name>receiver.example</org_name><report_id>${number}</report_id><date_range><begin>${begin}</begin><end>${begin + DAY - 1}</end></date_range></report_metadata><policy_published><domain>example.com</domain><p>none</p></policy_published><record><row><source_ip>192.0.2.1</source_ip><count>${number}</count><policy_evaluated><disposition>none</disposition><dkim>pass</dkim><spf>pass</spf></policy_evaluated></row><identifiers><header_from>example.com</header_from></identifiers><auth_results><spf><domain>example.com</domain><result>pass</result></spf></auth_results></record></feedback>`;
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-'));
  for (let number = 1; number <= 20; number++)
    writeFileSync(join(folder, `${String(number).padStart(2, '0')}.xml`), reportOf(number));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Read {
  readonly totals: { readonly messages: number; readonly reports: number };
  readonly inputs: { readonly passedOver: readonly { readonly what: string }[] };
}
const dmarc = async (...argv: string[]): Promise<Read> => {
  const { stdout } = await sendauditIn(NOW, 'dmarc', folder, ...argv, '--format', 'json');
  return JSON.parse(stdout) as Read;
};
const sum = (from: number, to: number): number => ((from + to) * (to - from + 1)) / 2;

test.each([
  [['--since', '2026-11-11'], 11, 20],
  [['--until', '2026-11-11'], 1, 10],
  [['--since', '2026-11-05', '--until', '2026-11-08'], 5, 7],
  // Ten days before noon: what began at midnight of that day did not begin then or later.
  [['--since', '10d'], 11, 20],
])('%j counts whole reports by when their period begins', async (argv, from, to) => {
  const { totals, inputs } = await dmarc(...argv);
  expect(totals.reports).toBe(to - from + 1);
  expect(totals.messages).toBe(sum(from, to));
  expect(inputs.passedOver).toHaveLength(20 - totals.reports);
});

test('what lies outside is counted and named', async () => {
  const { stdout } = await sendauditIn(NOW, 'dmarc', folder, '--since', '2026-11-05', '--until', '2026-11-08');
  expect(stdout).toContain('17 other mails or reports passed over');
  expect(stdout).toMatch(/a DMARC report that begins before --since +4/);
  expect(stdout).toMatch(/a DMARC report that does not begin before --until +13/);
});

test('rows are those that count', async () => {
  const { stdout } = await sendauditIn(NOW, 'dmarc', folder, '--since', '2026-11-19', '--format', 'jsonl');
  const rows = stdout.trim().split('\n');
  expect(rows.map((row) => (JSON.parse(row) as { count: number }).count)).toEqual([19, 20]);
});

test('the period before, from the same folder, is what --compare holds it to', async () => {
  const { stdout } = await sendauditIn(NOW, 'dmarc', folder, '--since', '2026-11-11', '--compare', folder);
  expect(stdout).toContain(`${sum(11, 20)} messages`);
  expect(stdout).toMatch(/1 – 10 Nov 2026/);
});

test('`simulate` rests on the same reports', async () => {
  const { stdout } = await sendauditIn(NOW, 'simulate', folder, '--since', '2026-11-19');
  expect(stdout).toContain('39 messages in 2 reports');
});

test('where all lies outside, that is why there is nothing', async () => {
  const { stderr, exitCode } = await sendauditIn(NOW, 'dmarc', folder, '--until', '2026-10-01');
  expect(stderr).toContain('20 × a DMARC report that does not begin before --until');
  expect(exitCode).toBe(2);
});

test.each([
  [['--since', 'yesterday'], '--since: `yesterday` is no time'],
  [['--since', '2027-01-01'], '--since: `2027-01-01` is still to come'],
  [['--since', '2026-11-08', '--until', '2026-11-05'], '--since is not before --until'],
])('%j is refused before anything is read', async (argv, why) => {
  const { stderr, exitCode } = await sendauditIn(NOW, 'dmarc', folder, ...argv);
  expect(stderr).toContain(why);
  expect(exitCode).toBe(2);
});
