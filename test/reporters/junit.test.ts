import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/outcome.ts';
import { summarise, type FailOn, type Judgement, type Report } from '../../src/core/report.ts';
import junit from '../../src/reporters/junit.ts';
import { NASTY, nastyReport } from './nasty.ts';
import { findingOf, judgementOf, rendered, reportOf } from './rendered.ts';

interface Seen {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** All elements as saxes sees them, which throws where a document is not well-formed. */
function elementsOf(xml: string): Seen[] {
  const elements: Seen[] = [];
  const open: Seen[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return elements;
}
const seen = async (report: Report): Promise<Seen[]> => elementsOf(await rendered(junit, report));
const named = (elements: readonly Seen[], ...names: string[]): Seen[] =>
  elements.filter(({ name }) => names.includes(name));

/** A report as commands make it: its exit code follows from what is in it. */
function judged(
  judgements: readonly Judgement[],
  failOn: FailOn = 'error',
  failed: Report['inputs']['failed'] = [],
): Report {
  const results = judgements.map(({ result }) => result);
  const summary = summarise(results, failed.length, failOn);
  return reportOf({ judgements: () => judgements, failOn, summary, inputs: { read: 0, failed, repairs: [] } });
}

describe('a nasty report is well-formed XML 1.0', () => {
  const xml = rendered(junit, nastyReport);
  test('for saxes, with every text in it', async () => {
    const cases = named(elementsOf(await xml), 'testcase');
    expect(cases).toHaveLength([...nastyReport.judgements()].length + NASTY.length);
  });
  test('for fast-xml-parser', async () => {
    expect(XMLValidator.validate(await xml)).toBe(true);
    const parser = new XMLParser({
      ignoreAttributes: false,
      processEntities: { enabled: true, maxTotalExpansions: 1_000_000, maxExpandedLength: 100_000_000 },
    });
    expect(parser.parse(await xml)).toHaveProperty('testsuites');
  });
  const python = spawnSync('python3', ['-c', 'import xml.etree.ElementTree']).status === 0;
  test.skipIf(!python)(
    python ? 'for Python’s expat' : 'for Python’s expat (skipped: there is no python3 here)',
    async () => {
      const script =
        'import sys, xml.etree.ElementTree as e; print(len(e.fromstring(sys.stdin.buffer.read()).findall(".//testcase")))';
      const count = execFileSync('python3', ['-c', script], { input: await xml, encoding: 'utf8' });
      expect(Number(count)).toBe(named(elementsOf(await xml), 'testcase').length);
    },
  );
});

describe('a case', () => {
  const only = async (judgement: Judgement, failOn?: FailOn): Promise<Seen[]> =>
    (await seen(judged([judgement], failOn))).slice(2);

  test('that passed is empty', async () => {
    expect(await only(judgementOf([]))).toEqual([
      { name: 'testcase', attributes: { classname: 'example.com.spf', name: 'spf/lookup-limit' }, text: '' },
    ]);
  });

  test('fails by a finding that fails the run, with where it is and what to do', async () => {
    const at = { source: 'example.com TXT', text: 'v=spf1', start: 0, end: 1, place: { file: 'z.zone', line: 3 } };
    const changes = [{ kind: 'remove', name: 'example.com', type: 'TXT', old: 'v=spf1' }] as const;
    const [one, failure] = await only(judgementOf([findingOf({ at, changes })]));
    expect(one?.attributes).toMatchObject({ file: 'z.zone', line: '3' });
    expect(failure).toEqual({
      name: 'failure',
      attributes: { type: 'error', message: 'SPF needs 11 DNS lookups and receivers stop after 10' },
      text: 'error spf/lookup-limit:over example.com: SPF needs 11 DNS lookups and receivers stop after 10\nat z.zone:3\nFix: drop one\nremove example.com TXT "v=spf1"',
    });
  });

  test('passes with a finding below that, or a waived one, which is its output', async () => {
    const [, output] = await only(judgementOf([findingOf({ level: 'warning' })]));
    expect(output?.name).toBe('system-out');
    const [, waived] = await only(judgementOf([findingOf({ waived: { by: 'baseline' } })]));
    expect(waived?.text).toContain('\nknown from the baseline\n');
    const [, failure] = await only(judgementOf([findingOf({ level: 'warning' })]), 'warning');
    expect(failure?.attributes['type']).toBe('warning');
  });

  test('is an error where nothing could be decided, and skipped where nothing was to decide', async () => {
    const [, open] = await only(judgementOf([], { outcome: 'inconclusive', reason: 'SERVFAIL' }));
    expect(open).toMatchObject({ name: 'error', attributes: { type: 'inconclusive', message: 'SERVFAIL' } });
    const [, crashed] = await only(judgementOf([], { outcome: 'crashed', reason: 'oops' }));
    expect(crashed).toMatchObject({ name: 'error', attributes: { type: 'crashed' } });
    const [, skipped] = await only(judgementOf([], { outcome: 'not-applicable', reason: 'no SPF' }));
    expect(skipped).toMatchObject({ name: 'skipped', attributes: { message: 'no SPF' } });
  });
});

test('what profiles demand is red, too, though no single finding is', async () => {
  const report = reportOf({ failOn: 'profile', summary: { ...reportOf({}).summary, exitCode: 1 } });
  expect(named(await seen(report), 'failure')[0]?.attributes['message']).toBe('sendaudit ended with exit code 1');
});

test('something is red exactly where the program ends with another code than 0, and the counts are right', async () => {
  const finding: fc.Arbitrary<Finding> = fc
    .record({ level: fc.constantFrom('error', 'warning', 'note'), waived: fc.boolean() })
    .map(({ level, waived }) => findingOf({ level, ...(waived ? { waived: { by: 'ignore' } } : {}) }));
  const judgement = fc.oneof(
    fc
      .tuple(fc.array(finding, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([findings, partly]) => judgementOf(findings, partly ? { reason: 'SERVFAIL' } : {})),
    fc
      .constantFrom('inconclusive', 'crashed', 'not-applicable')
      .map((outcome) => judgementOf([], { outcome, reason: 'why' })),
    fc.constant(judgementOf([])),
  );
  const several = fc.array(
    fc.tuple(judgement, fc.constantFrom('a.example', 'b.example')).map(([one, subject]) => ({ ...one, subject })),
    { maxLength: 5 },
  );
  const failed = fc.constantFrom([], [{ path: 'a.zip', error: 'is damaged' }]);
  await fc.assert(
    fc.asyncProperty(
      several,
      fc.constantFrom<FailOn>('error', 'warning', 'note', 'never'),
      failed,
      async (judgements, failOn, inputs) => {
        const report = judged(judgements, failOn, inputs);
        const elements = await seen(report);
        const red = named(elements, 'failure', 'error');
        expect(red.length > 0).toBe(report.summary.exitCode !== 0);
        expect(named(elements, 'failure').length > 0).toBe(
          judgements.some(({ result }) => summarise([result], 0, failOn).exitCode === 1),
        );
        const [all] = elements;
        expect(all?.attributes).toMatchObject({
          tests: String(named(elements, 'testcase').length),
          failures: String(named(elements, 'failure').length),
          errors: String(named(elements, 'error').length),
          skipped: String(named(elements, 'skipped').length),
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('there is a suite per domain', async () => {
  const report = judged([judgementOf([]), { ...judgementOf([]), subject: 'example.net' }, judgementOf([])]);
  expect(
    named(await seen(report), 'testsuite').map(({ attributes }) => [
      attributes['name'],
      attributes['tests'],
      attributes['timestamp'],
    ]),
  ).toEqual([
    ['example.com', '2', '2026-11-01T12:00:00'],
    ['example.net', '1', '2026-11-01T12:00:00'],
  ]);
});
