import { expect, test } from 'vitest';
import { findingBlocks } from '../../src/core/finding-blocks.ts';
import { findingBody } from '../../src/core/finding-body.ts';
import type { CheckResult, Finding } from '../../src/core/outcome.ts';

const finding: Finding = {
  check: 'spf/x',
  code: 'spf/x:y',
  level: 'warning',
  message: 'm',
  params: {},
  subject: 'example.com',
  fix: 'f',
  changes: [],
};
const result = (more: Partial<CheckResult>): CheckResult => ({
  check: 'spf/x',
  title: 'The domain has a record',
  outcome: 'fail',
  findings: [],
  ...more,
});
const items = (results: readonly CheckResult[]) => {
  const [block] = findingBlocks(results, 'example.com');
  return block?.kind === 'findings' ? block.items : [];
};

test('crashes come first, then findings gravest first, then what stayed open', () => {
  const shown = items([
    result({ outcome: 'inconclusive', reason: 'SERVFAIL' }),
    result({ findings: [{ ...finding, level: 'note' }, finding] }),
    result({ findings: [{ ...finding, level: 'error' }] }),
    result({ outcome: 'crashed', reason: 'TypeError: x' }),
  ]);
  expect(shown.map(({ level }) => level)).toEqual(['crashed', 'error', 'warning', 'note', 'inconclusive']);
});

test('one question nobody answered is one thing to read, however many checks wanted it', () => {
  const open = (check: string): CheckResult => result({ check, outcome: 'inconclusive', reason: 'SERVFAIL for x TXT' });
  expect(items([open('spf/a')]).map(({ message }) => message)).toEqual([
    'could not find out whether the domain has a record: SERVFAIL for x TXT',
  ]);
  expect(items([open('spf/a'), open('spf/b')]).map(({ message }) => message)).toEqual([
    '2 checks could not be decided: SERVFAIL for x TXT',
  ]);
});

test('a subject is named where it is not the page’s own', () => {
  const subjects = ['example.com', 'mail.example.com', 'zendesk/support/example.com'];
  const shown = items([result({ findings: subjects.map((subject) => ({ ...finding, subject })) })]);
  expect(shown.map(({ subject }) => subject)).toEqual([undefined, 'mail.example.com', undefined]);
});

test('octets become text on their way to people, and to machines', () => {
  const octets = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));
  const record = octets('v=spf1 é -all');
  const one: Finding = {
    ...finding,
    message: `\`${octets('é')}\` is odd`,
    at: { source: 's', text: record, start: 7, end: 9 },
    changes: [{ kind: 'replace', name: 'example.com', type: 'TXT', old: record, value: octets('v=spf1 ü -all') }],
  };
  expect(items([result({ findings: [one] })])[0]).toMatchObject({
    message: '`é` is odd',
    at: { text: 'v=spf1 é -all', start: 7, end: 8 },
    records: ['example.com TXT "v=spf1 ü -all"'],
  });
  expect(findingBody(one)).toMatchObject({
    message: '`é` is odd',
    at: { text: 'v=spf1 é -all', start: 7, end: 8 },
    changes: [{ old: 'v=spf1 é -all', value: 'v=spf1 ü -all' }],
  });
});
