import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible } from '../../src/core/readable.ts';
import type { Judgement } from '../../src/core/report.ts';
import github from '../../src/reporters/github.ts';
import { NASTY, nastyReport } from './nasty.ts';
import { findingOf, judgementOf, rendered, reportOf } from './rendered.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** A line as the runner of GitHub Actions reads it: blanks before it do not count, its own escapes are undone. */
function commandOf(line: string): Command | undefined {
  const match = /^\s*::(\w+)(?: (.*?))?::(.*)$/s.exec(line);
  if (match === null) return undefined;
  const data = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (text: string): string => data(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  const [, name = '', properties = '', message = ''] = match;
  const pairs = properties
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), property(pair.slice(pair.indexOf('=') + 1))]);
  return { name, properties: Object.fromEntries(pairs) as Record<string, string>, message: data(message) };
}

const rules = nastyReport.rules;
async function written(...judgements: Judgement[]): Promise<{ commands: Command[]; last: string }> {
  const text = await rendered(github, reportOf({ judgements: () => judgements, rules }));
  const lines = text.trimEnd().split('\n');
  return { commands: lines.flatMap((line) => commandOf(line) ?? []), last: lines.at(-1) ?? '' };
}

test('a finding is an annotation of its level at its line, with what to do', async () => {
  const at = { source: 's', text: 't', start: 0, end: 1, place: { file: 'zones\\a,b:c.zone', line: 7 } };
  const changes = [{ kind: 'publish', name: 'example.com', type: 'TXT', value: '100%' }] as const;
  const { commands } = await written(judgementOf([findingOf({ level: 'note', message: '50 % of it', at, changes })]));
  expect(commands).toEqual([
    {
      name: 'notice',
      properties: { file: 'zones/a,b:c.zone', line: '7', title: 'spf/lookup-limit:over · example.com' },
      message: '50 % of it\nFix: drop one\nexample.com TXT "100%"',
    },
  ]);
});

test('a finding without a file is at the line of its domain, or nowhere', async () => {
  const finding = findingOf();
  const { commands } = await written(
    { ...judgementOf([finding]), declaredAt: { file: 'domains.txt', line: 2 } },
    judgementOf([finding]),
  );
  expect(commands.map(({ properties }) => properties['file'])).toEqual(['domains.txt', undefined]);
});

test('the gravest come first, ten of a level and no more, and a notice tells how many are left', async () => {
  const findings = [
    ...Array.from({ length: 14 }, (_, n) => findingOf({ level: 'note', message: `note ${n}` })),
    ...Array.from({ length: 12 }, (_, n) => findingOf({ level: 'warning', message: `warning ${n}` })),
    ...Array.from({ length: 3 }, (_, n) => findingOf({ level: 'error', message: `error ${n}` })),
  ];
  const { commands } = await written(judgementOf(findings));
  const names = commands.map(({ name }) => name);
  const count = (name: string): number => names.filter((one) => one === name).length;
  expect([count('error'), count('warning'), count('notice')]).toEqual([3, 10, 10]);
  const order = ['error', 'warning', 'notice'];
  expect(names).toEqual(names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(commands.at(-1)?.message).toMatch(/^7 more annotations would not fit/);
});

test('waived findings are not annotated; crashed, undecided and unread ones are, one per cause', async () => {
  const open = { outcome: 'inconclusive', reason: 'SERVFAIL for example.com TXT' } as const;
  const { commands } = await written(
    judgementOf([findingOf({ waived: { by: 'baseline' } })]),
    judgementOf([], open),
    judgementOf([], { ...open, check: 'spf/record' }),
    { ...judgementOf([], open), subject: 'example.net' },
    judgementOf([], { outcome: 'crashed', reason: 'oops' }),
  );
  expect(commands.map(({ name, message }) => [name, message])).toEqual([
    ['error', 'example.com: SPF needs no more than 10 DNS lookups: oops'],
    ['warning', '3 checks of example.com and 1 more could not be decided: SERVFAIL for example.com TXT'],
  ]);
});

describe('text from outside', () => {
  test('begins no line, ends no property, and adds no command', async () => {
    const text = await rendered(github, nastyReport);
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(32);
    for (const line of lines.slice(0, -1)) {
      const command = commandOf(line);
      expect(['error', 'warning', 'notice']).toContain(command?.name);
      for (const name of Object.keys(command?.properties ?? {})) expect(['file', 'line', 'title']).toContain(name);
    }
    expect(lines.at(-1)).toMatch(/^1 error, 0 warnings/);
  });

  test('comes out as it went in', async () => {
    const nasty = fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: fc.constantFrom('%', '0', 'A', ':', ',', '\n', '\r', '::error::', 'x', '=') }),
    );
    await fc.assert(
      fc.asyncProperty(nasty, async (message) => {
        const { commands } = await written(judgementOf([findingOf({ message, subject: message })]));
        expect(commands).toHaveLength(1);
        const shown = visible(message).slice(0, 100);
        expect(commands[0]?.message.slice(0, shown.length)).toBe(shown);
        expect(commands[0]?.properties['title']).toContain(shown.slice(0, 50));
      }),
      { numRuns: 200 },
    );
  });
});

test('the last line sums up', async () => {
  const summary = { errors: 1, warnings: 2, notes: 0, waived: 3, inconclusive: 4, exitCode: 1 } as const;
  expect(await rendered(github, reportOf({ summary, rules }))).toBe(
    '1 error, 2 warnings, 0 notes, 3 waived, 4 could not be decided\n',
  );
  expect(await rendered(github, reportOf({}))).toBe('nothing was judged, so there is nothing to annotate\n');
});
