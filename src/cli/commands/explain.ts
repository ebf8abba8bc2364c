import { checks } from '../../checks/all.ts';
import type { AnyCheck } from '../../core/check.ts';
import { UserError } from '../../core/errors.ts';
import type { Block, Line, Page } from '../../core/page.ts';
import { NO_FINDINGS, NO_INPUTS, NO_JUDGEMENTS, type ExitCode, type Report } from '../../core/report.ts';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { nearestCheck } from '../nearest-check.ts';
import { list } from './list.ts';

/** `sendaudit explain`: a check's own file, printed. */
export async function explain(operands: readonly string[], options: OutputOptions, io: Io): Promise<ExitCode> {
  const [named] = operands;
  if (named === undefined) return list(['checks'], options, io);
  const check = checkNamed(named);
  await printReport(explanation(check, io.now()), await targets(options), options, io);
  return 0;
}

function checkNamed(named: string): AnyCheck {
  // The code of a finding names its check: spf/lookup-limit:over.
  const id = named.split(':')[0] ?? '';
  const check = checks.find((one) => one.id === id || one.formerly?.includes(id));
  if (check !== undefined) return check;
  const near = nearestCheck(id);
  throw new UserError(
    `there is no check \`${named}\``,
    near === undefined ? undefined : `there is ${near}`,
    near === undefined ? 'sendaudit list checks' : `sendaudit explain ${near}`,
  );
}

function explanation(check: AnyCheck, startedAt: Date): Report {
  const { id, title, why, fix, refs, needs, considers = [], messages, examples } = check;
  const body = { check: { id, title, why, fix, refs, needs, considers, messages, examples } };
  return {
    command: 'explain',
    startedAt,
    inputs: NO_INPUTS,
    summary: NO_FINDINGS,
    ...NO_JUDGEMENTS,
    page: () => explanationPage(check),
    body: () => body,
    lines: () => [body.check],
    *table() {
      yield ['check', 'message', 'level', 'text'];
      for (const [key, { level, text }] of Object.entries(messages)) yield [id, key, level, text];
    },
  };
}

const TONES = { error: 'bad', warning: 'warn', note: 'note' } as const;

function explanationPage({ id, title, why, fix, refs, messages, examples }: AnyCheck): Page {
  const says = Object.entries(messages).flatMap(([key, { level, text }]): Line[] => [
    [{ text: level, tone: TONES[level] }, `: ${text}`],
    [{ text: `  ${id}:${key}`, tone: 'muted' }],
  ]);
  const example = examples.find(({ expect }) => expect.length > 0);
  return {
    title: id,
    aside: title,
    blocks: [
      {
        kind: 'pairs',
        rows: [
          { label: 'why', lines: [why] },
          { label: 'fix', lines: [fix] },
          { label: 'says', lines: says },
          { label: 'see', lines: refs.map(({ label, url }) => `${label}  ${url}`) },
        ],
      },
      ...(example === undefined ? [] : exampleBlocks(id, example)),
    ],
  };
}

function exampleBlocks(id: string, { name, zone, expect }: AnyCheck['examples'][number]): Block[] {
  const lines = zone
    .trim()
    .split('\n')
    .map((line): Line => [{ text: line.trim(), tone: 'muted' }]);
  return [
    { kind: 'heading', text: `Example: ${name}` },
    { kind: 'lines', lines: [...lines, `finds ${expect.map((key) => `${id}:${key}`).join(', ')}`] },
  ];
}
