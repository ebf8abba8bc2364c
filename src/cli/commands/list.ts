import { UserError } from '../../core/errors.ts';
import { plainReport, type Cell, type ExitCode, type Report } from '../../core/report.ts';
import type { Column, Page } from '../../core/page.ts';
import type { Provider } from '../../providers/provider.ts';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';

type Row = readonly (string | number)[];
type Listing = Readonly<{
  columns: readonly string[];
  rows: readonly Row[];
  /** What people read, where that is less than the table. */
  page?: Readonly<{ columns: readonly Column[]; rows: readonly Row[] }>;
}>;

/** What a service is recognised by: names, and the networks it publishes. */
const NAMES = [
  'dkimDomains',
  'selectors',
  'dkimTargets',
  'returnPaths',
  'spfIncludes',
  'mx',
  'ptr',
  'ownDomains',
] as const;
const FACTS = [...NAMES, 'networks'] as const;

const LISTINGS: Readonly<Record<string, () => Promise<Listing>>> = {
  async checks() {
    const { checks } = await import('../../checks/all.ts');
    return { columns: ['check', 'title'], rows: checks.map(({ id, title }) => [id, title]) };
  },
  async providers() {
    const providers: readonly Provider[] = (await import('../../providers/all.ts')).providers;
    const counts = (provider: Provider, facts: typeof FACTS | typeof NAMES): readonly number[] =>
      facts.map((fact) => provider[fact]?.length ?? 0);
    return {
      columns: ['provider', 'name', 'category', ...FACTS],
      rows: providers.map((one) => [one.id, one.name, one.category, ...counts(one, FACTS)]),
      page: {
        columns: [
          { title: 'provider' },
          { title: 'name', shrinks: true },
          { title: 'category' },
          { title: 'names', align: 'right' },
          { title: 'networks', align: 'right' },
        ],
        rows: providers.map((one) => [
          one.id,
          one.name,
          one.category,
          counts(one, NAMES).reduce((sum, count) => sum + count, 0),
          one.networks?.length ?? '–',
        ]),
      },
    };
  },
  async profiles() {
    const { profiles } = await import('../../profiles/all.ts');
    return {
      columns: ['profile', 'name', 'demands'],
      rows: profiles.map(({ id, name, demands }) => [id, name, `${demands.length}`]),
    };
  },
  async logs() {
    const { logFormats } = await import('../../logs/formats/all.ts');
    return {
      columns: ['format', 'title', 'shape'],
      rows: logFormats.map(({ id, title, shape }) => [id, title, shape]),
      page: {
        columns: [{ title: 'format' }, { title: 'title', shrinks: true }, { title: 'shape' }],
        rows: logFormats.map(({ id, title, shape }) => [id, title, shape]),
      },
    };
  },
  async formats() {
    const { reporters } = await import('../../reporters/all.ts');
    const rows = Object.entries(reporters).map(async ([name, load]) => [name, (await load()).default.title]);
    return { columns: ['format', 'title'], rows: await Promise.all(rows) };
  },
};

/** `sendaudit list`: what there is. */
export async function list(operands: readonly string[], options: OutputOptions, io: Io): Promise<ExitCode> {
  const [what = 'checks'] = operands;
  const load = Object.hasOwn(LISTINGS, what) ? LISTINGS[what] : undefined;
  if (load === undefined)
    throw new UserError(`there is no list of \`${what}\``, `there are ${Object.keys(LISTINGS).join(', ')}`);
  const wanted = await targets(options);
  await printReport(listingReport(what, await load(), io.now()), wanted, options, io);
  return 0;
}

function listingReport(what: string, { columns, rows, page: shown }: Listing, startedAt: Date): Report {
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  const read = shown ?? {
    columns: columns.map((title, index) => ({ title, shrinks: index === columns.length - 1 })),
    rows,
  };
  const page: Page = {
    title: `${rows.length} ${what}`,
    blocks: [{ kind: 'table', columns: read.columns, rows: read.rows.map((row) => ({ cells: row.map(String) })) }],
  };
  return plainReport({
    command: 'list',
    startedAt,
    page: () => page,
    body: () => ({ [what]: objects }),
    lines: () => objects,
    *table(): Generator<readonly Cell[]> {
      yield columns;
      yield* rows;
    },
  });
}
