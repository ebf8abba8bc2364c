import { checks as everyCheck } from '../../checks/all.ts';
import type { AnyCheck } from '../../core/check.ts';
import { UserError } from '../../core/errors.ts';
import type { Block, Line, Page } from '../../core/page.ts';
import { plainReport, type Cell, type ExitCode, type Report } from '../../core/report.ts';
import { RULES } from '../../rehearsal/judged.ts';
import { formatExplained } from '../explained-format.ts';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { nearestCheck } from '../nearest-check.ts';
import { list } from './list.ts';

interface ExplainOptions extends OutputOptions {
  readonly all?: true;
}

/** What judges rehearsals is explained like the checks, and stands in no list of them: no domain is audited by it. */
const everyRule: readonly AnyCheck[] = [...everyCheck, ...RULES];

/** `sendaudit explain`: a check's own file, or a log format's, printed. */
export async function explain(operands: readonly string[], options: ExplainOptions, io: Io): Promise<ExitCode> {
  const [named] = operands;
  if (options.all === true) {
    if (named !== undefined) throw new UserError('--all explains every check, so none is named beside it');
    await printReport(catalogue(io.now()), await targets(options), options, io);
    return 0;
  }
  if (named === undefined) return list(['checks'], options, io);
  const [, format] = /^logs\/(.+)$/.exec(named) ?? [];
  if (format !== undefined) {
    await printReport(formatExplained(format, io.now()), await targets(options), options, io);
    return 0;
  }
  if (everyRule.some(({ id }) => familyOf(id) === named)) {
    await printReport(catalogue(io.now(), named), await targets(options), options, io);
    return 0;
  }
  const check = checkNamed(named);
  await printReport(explanation(check, io.now()), await targets(options), options, io);
  return 0;
}

function checkNamed(named: string): AnyCheck {
  // The code of a finding names its check: spf/lookup-limit:over.
  const id = named.split(':')[0] ?? '';
  const check = everyRule.find((one) => one.id === id || one.formerly?.includes(id));
  if (check !== undefined) return check;
  const near = nearestCheck(id);
  throw new UserError(
    `there is no check \`${named}\``,
    near === undefined ? undefined : `there is ${near}`,
    near === undefined ? 'sendaudit list checks' : `sendaudit explain ${near}`,
  );
}

const bodyOf = ({ id, title, why, fix, refs, needs, considers = [], messages, examples }: AnyCheck): object => ({
  id,
  title,
  why,
  fix,
  refs,
  needs,
  considers,
  messages,
  examples,
});

function* messageRows({ id, messages }: AnyCheck): Generator<readonly Cell[]> {
  for (const [key, { level, text }] of Object.entries(messages)) yield [id, key, level, text];
}

/** Every check, or every one of a family: `docs/checks.md` is this in Markdown. */
function catalogue(startedAt: Date, only?: string): Report {
  const checks = only === undefined ? everyCheck : everyRule.filter(({ id }) => familyOf(id) === only);
  const families = [...new Set(checks.map(({ id }) => familyOf(id)))];
  const count = checks.reduce((sum, { messages }) => sum + Object.keys(messages).length, 0);
  const page: Page = {
    title: only ?? 'Checks',
    aside: `${checks.length} checks, ${count} findings`,
    blocks: families.flatMap((family): Block[] => {
      const own = checks.filter(({ id }) => familyOf(id) === family);
      return [
        { kind: 'heading', text: family },
        {
          kind: 'table',
          columns: [{ title: 'check' }, { title: 'what is fine', shrinks: true }],
          rows: own.map(({ id, title }) => ({ cells: [id, title] })),
        },
        ...own.flatMap((check): Block[] => [
          { kind: 'heading', text: check.id, aside: check.title },
          ...explanationBlocks(check),
        ]),
      ];
    }),
  };
  return plainReport({
    command: 'explain',
    startedAt,
    page: () => page,
    body: () => ({ checks: checks.map((check) => bodyOf(check)) }),
    lines: () => checks.map((check) => bodyOf(check)),
    *table() {
      yield ['check', 'message', 'level', 'text'];
      for (const check of checks) yield* messageRows(check);
    },
  });
}

const familyOf = (id: string): string => id.slice(0, id.indexOf('/'));

function explanation(check: AnyCheck, startedAt: Date): Report {
  const body = bodyOf(check);
  return plainReport({
    command: 'explain',
    startedAt,
    page: () => explanationPage(check),
    body: () => ({ check: body }),
    lines: () => [body],
    *table() {
      yield ['check', 'message', 'level', 'text'];
      yield* messageRows(check);
    },
  });
}

const TONES = { error: 'bad', warning: 'warn', note: 'note' } as const;

const explanationPage = (check: AnyCheck): Page => ({
  title: check.id,
  aside: check.title,
  blocks: explanationBlocks(check),
});

function explanationBlocks({ id, why, fix, refs, messages, examples }: AnyCheck): Block[] {
  const says = Object.entries(messages).flatMap(([key, { level, text }]): Line[] => [
    [{ text: level, tone: TONES[level] }, `: ${text}`],
    [{ text: `  ${id}:${key}`, tone: 'muted' }],
  ]);
  const example = examples.find(({ expect }) => expect.length > 0);
  return [
    {
      kind: 'pairs',
      rows: [
        { label: 'why', lines: [why] },
        { label: 'fix', lines: [fix] },
        { label: 'says', lines: says },
        { label: 'see', lines: refs.map(({ label, url }) => `${label}  ${url}`) },
        ...(example === undefined ? [] : [{ label: 'example', lines: exampleLines(id, example) }]),
      ],
    },
  ];
}

function exampleLines(id: string, { name, zone, expect }: AnyCheck['examples'][number]): Line[] {
  const records = zone.trim().split('\n');
  return [
    name,
    ...records.map((line): Line => [{ text: `  ${line.trim()}`, tone: 'muted' }]),
    `finds ${expect.map((key) => `${id}:${key}`).join(', ')}`,
  ];
}
