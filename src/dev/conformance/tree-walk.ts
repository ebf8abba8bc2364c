import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evaluateDmarc } from '../../dmarc-policy/evaluate.ts';
import { treeWalk } from '../../dmarc-policy/walk.ts';
import { textWorld, type Texts } from './text-world.ts';

/** How a suite came out: `failed` holds one line for each expectation that was not met. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: readonly string[];
}

interface Walk {
  readonly start: string;
  /** `_dmarc` names, in order. */
  readonly queries?: readonly string[];
  readonly orgDomain: string;
}
interface Evaluation {
  readonly from: string;
  readonly spf?: readonly string[];
  readonly dkim?: readonly string[];
  /** Whether the author domain exists; otherwise as the zone has it. */
  readonly exists?: boolean;
  /** One result, or several that are right: `none|fail`. */
  readonly result: string;
  readonly policy?: string;
  readonly policyDomain?: string;
  readonly spfAligned?: boolean;
  readonly dkimAligned?: boolean;
}
interface Vector {
  readonly id: string;
  readonly zone: Texts;
  readonly walks: readonly Walk[];
  readonly evals: readonly Evaluation[];
}

/** Runs the tree-walk vectors of a folder (`vectors.json`): walks with their questions, and evaluations (RFC 9989 §4.10). */
export async function runTreeWalk(folder: string): Promise<SuiteResult> {
  const vectors = JSON.parse(await readFile(join(folder, 'vectors.json'), 'utf8')) as Vector[];
  const runs = vectors.flatMap(({ id, zone, walks, evals }) => [
    ...walks.map(async (walk) => faultsOf(`${id}: walk from ${walk.start}`, await walkValues(walk, zone), walk)),
    ...evals.map(async (one) => faultsOf(`${id}: mail from ${one.from}`, await evaluationValues(one, zone), one)),
  ]);
  const outcomes = await Promise.all(runs);
  return { passed: outcomes.filter((faults) => faults.length === 0).length, failed: outcomes.flat() };
}

type Values = Readonly<Record<string, unknown>>;

async function walkValues({ start }: Walk, zone: Texts): Promise<Values> {
  const { steps, orgDomain } = await treeWalk(start, textWorld(zone));
  return {
    queries: steps.map(({ name }) => name),
    orgDomain: orgDomain.state === 'found' ? orgDomain.value : orgDomain.reason,
  };
}

async function evaluationValues({ from, spf = [], dkim = [], exists }: Evaluation, zone: Texts): Promise<Values> {
  const world = textWorld(zone, exists === true ? { existing: [from] } : {});
  const { result, policy, spfAligned, dkimAligned } = await evaluateDmarc({ from, spf, dkim }, world);
  const applied = policy.state === 'found' ? policy : undefined;
  return {
    result,
    policy: applied?.effective ?? 'none',
    policyDomain: applied?.domain,
    spfAligned: spfAligned === 'aligned',
    dkimAligned: dkimAligned === 'aligned',
  };
}

/** One line for a case, where a value it names is not as expected. */
function faultsOf(title: string, values: Values, expected: object): string[] {
  const wrong = Object.entries(expected).filter(
    ([key, wanted]) => Object.hasOwn(values, key) && !matches(values[key], wanted),
  );
  if (wrong.length === 0) return [];
  return [
    `${title}: ${wrong.map(([key, wanted]) => `${key} is ${show(values[key])}, not ${show(wanted)}`).join('; ')}`,
  ];
}

const matches = (value: unknown, wanted: unknown): boolean =>
  typeof wanted === 'string' ? wanted.split('|').some((one) => one === value) : show(value) === show(wanted);

const show = (value: unknown): string => JSON.stringify(value);
