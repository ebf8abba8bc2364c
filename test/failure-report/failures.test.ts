import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { redactDeep } from '../../src/core/redact.ts';
import type { Report } from '../../src/core/report.ts';
import { failureRow } from '../../src/failure-report/rows.ts';
import { readFailureItems, type FailureReadOptions } from '../../src/failure-report/read.ts';
import { failureReport } from '../../src/failure-report/report.ts';
import type { FailureReports } from '../../src/failure-report/failure-reports.ts';
import type { FeedbackMail } from '../../src/intake/document.ts';
import { catalogue } from '../../src/providers/catalogue.ts';
import { defineProvider } from '../../src/providers/provider.ts';
import { readFailureReport } from '../../src/reports/failure/read.ts';
import { feedbackMail } from '../support/feedback-mail.ts';
import { sendaudit } from '../support/sendaudit.ts';

const FOLDER = 'fixtures/failures/mails';
const mails: readonly FeedbackMail[] = readdirSync(FOLDER).map((name) =>
  feedbackMail(`${FOLDER}/${name}`, readFileSync(`${FOLDER}/${name}`, 'utf8')),
);
const SERVICES = catalogue([
  defineProvider({
    id: 'helpers',
    name: 'Helpers',
    category: 'support',
    dkimDomains: ['zendesk.com'],
    sources: [],
  }),
  defineProvider({
    id: 'letters',
    name: 'Letters',
    category: 'marketing',
    returnPaths: ['rsgsv.net'],
    networks: ['54.240.0.0/18'],
    sources: [],
  }),
]);
const read = (items: readonly FeedbackMail[], options: Partial<FailureReadOptions> = {}): Promise<FailureReports> =>
  readFailureItems(items, { catalogue: SERVICES, ...options });
const shown = (reports: FailureReports): Report =>
  failureReport({ reports, startedAt: new Date('2026-11-01T12:00:00Z'), rows: undefined });

describe('failure reports', () => {
  test('count once each, and what they stand for apart', async () => {
    const reports = await read(mails);
    expect(reports).toMatchObject({
      files: 11,
      reports: 9,
      incidents: 20,
      duplicates: [{ reporter: 'farohijos.example' }],
    });
    expect(reports.inputs.failed).toEqual([
      { path: `${FOLDER}/empty.eml`, error: 'nothing in it says what failed, or where it came from' },
    ]);
    expect(reports.types).toEqual([
      { value: 'auth-failure', reports: 8 },
      { value: 'abuse', reports: 1 },
    ]);
  });

  test('say the same in any order', async () => {
    const { duplicates: _, inputs: __, ...rest } = await read(mails);
    const { duplicates: ___, inputs: ____, ...turned } = await read(mails.toReversed());
    expect(turned).toEqual(rest);
  });

  test('name a sender by what cannot be forged', async () => {
    const { sources } = await read(mails);
    const named = sources.flatMap(({ sourceIp, sender }) =>
      sender === undefined ? [] : [`${sourceIp} ${sender.name}: ${sender.evidence}`],
    );
    expect(named.toSorted()).toEqual([
      '192.161.146.1 Helpers: a signature of zendesk.com passes',
      '198.2.153.18 Letters: SPF passes for mail115.atl81.rsgsv.net',
      '54.240.4.119 Letters: the address is one of its own',
    ]);
  });

  test('tell which identities passed for somebody else', async () => {
    const { sources } = await read(mails);
    const told = (ip: string): unknown => sources.find(({ sourceIp }) => sourceIp === ip)?.authentication;
    expect(told('192.161.146.1')).toEqual([
      { value: 'dkim pass zendesk.com, not aligned · spf pass casaluna.zendesk.com, not aligned', reports: 1 },
    ]);
    expect(told('2a00::42')).toEqual([
      { value: 'dkim fail casaluna.example · spf pass bounce.casaluna.example', reports: 1 },
    ]);
    expect(told('2001:db8:9::25')).toEqual([{ value: 'spf not aligned · dkim not aligned', reports: 1 }]);
  });

  test('keep to the domains that are asked for', async () => {
    const { reports, sources } = await read(mails, { domains: ['news.casaluna.example'] });
    expect([reports, sources.map(({ headerFrom }) => headerFrom)]).toEqual([1, ['news.casaluna.example']]);
    expect((await read(mails, { domains: ['other.example'] })).otherDomains).toContain('casaluna.example');
  });

  test('say of themselves that they are samples', async () => {
    expect(JSON.stringify(shown(await read(mails)).page())).toContain('These are samples, not counts');
  });

  test('show subjects only where they are asked for', async () => {
    const [without, asked] = await Promise.all([read(mails), read(mails, { samples: true })]);
    const texts = (reports: FailureReports): string => JSON.stringify([shown(reports).page(), shown(reports).body()]);
    expect(texts(without)).not.toMatch(/Rechnung|Oferta|lámpara/);
    expect(texts(asked)).toMatch(/Rechnung[^]*Oferta|Oferta[^]*Rechnung/);
    const rows = (samples: boolean): string =>
      JSON.stringify(
        mails
          .map((mail) => readFailureReport(mail).report)
          .map((report) => report && failureRow(report, undefined, samples)),
      );
    expect(rows(false)).not.toMatch(/Rechnung|Oferta|lámpara/);
    expect(rows(true)).toMatch(/Rechnung/);
  });

  test('redacted show no mailbox, in a subject and in a comment neither', async () => {
    const reports = await read(mails, { samples: true });
    const rows = mails.flatMap((mail) => {
      const { report } = readFailureReport(mail);
      return report === undefined ? [] : [failureRow(report, undefined, true)];
    });
    const text = JSON.stringify(redactDeep([shown(reports).page(), shown(reports).body(), rows]));
    expect(text).not.toMatch(/rafael|ortega|rechnung@|k\.lindqvist|p\.marin|bounce-mc|support\+id|hola@|lola/i);
    expect(text).toContain('r…@farohijos.example');
  });
});

describe('sendaudit failures', () => {
  test('reads a folder of mails', async () => {
    const { stdout, exitCode } = await sendaudit('failures', FOLDER, '--format', 'json');
    const { totals } = JSON.parse(stdout) as { totals: object };
    expect([exitCode, totals]).toEqual([3, expect.objectContaining({ reports: 9, incidents: 20, duplicates: 1 })]);
  });

  test.each(['text', 'markdown', 'html', 'json', 'jsonl', 'csv'])(
    '--redact leaves no mailbox in %s',
    async (format) => {
      const { stdout } = await sendaudit('failures', FOLDER, '--samples', '--redact', '--format', format);
      expect(stdout).not.toMatch(/rafael|rechnung@|k\.lindqvist|p\.marin|bounce-mc|support\+id|hola@/i);
      expect(stdout).not.toContain('nobody’s business');
    },
  );

  test('has a row for every report', async () => {
    const [jsonl, csv] = await Promise.all([
      sendaudit('failures', FOLDER, '--format', 'jsonl'),
      sendaudit('failures', FOLDER, '--format', 'csv'),
    ]);
    expect(jsonl.stdout.trimEnd().split('\n')).toHaveLength(9);
    expect(csv.stdout.trimEnd().split('\r\n')).toHaveLength(10);
  });
});
