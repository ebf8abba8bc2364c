import { DNSCONTROL_KEYS, isDnsControl, parseDnsControl } from './dnscontrol.ts';
import { at, readJson, textOf } from './json-tree.ts';
import type { JsonTree } from './json-tree.ts';
import { isTerraformPlan, parseTerraformPlan, PLAN_KEYS } from './terraform-plan.ts';
import type { FileProblem, ZoneText } from './text.ts';

/** How the two kinds of JSON that are read here come to be. */
export const MAKE_JSON =
  "a plan is made with `terraform show -json plan.out > plan.json`, DNSControl's zones with `dnscontrol print-ir --out ir.json`";

export type PlannedJson =
  | { readonly texts: readonly ZoneText[] }
  /** JSON of another kind, or what is no JSON to its end. */
  | { readonly refused: FileProblem; readonly isBroken: boolean };

export interface PlannedJsonOptions {
  readonly file: string;
  /** DNSControl's configuration, where it is at hand. */
  readonly source?: string;
}

/** What is not of either kind is told from them by these. */
const TELLING: ReadonlySet<string> = new Set([...PLAN_KEYS, ...DNSCONTROL_KEYS, 'values', 'serial', '@level']);

/** A text whose first character that says anything opens an object or a list. */
export const looksLikeJson = (text: string): boolean => /^\uFEFF?\s*[{[]/.test(text);

/** Whether a file that begins like this may be of a kind that is read here: their keys stand early. */
export const mayBePlanned = (head: string): boolean =>
  /^\uFEFF?\s*\{/.test(head) &&
  /"(?:format_version|planned_values|resource_changes|dns_providers|registrars)"\s*:/.test(head);

/** A Terraform plan or DNSControl's zones, told by their content. Never throws. */
export async function readPlannedJson(text: string, options: PlannedJsonOptions): Promise<PlannedJson> {
  const refuse = (message: string, brokenAt?: number): PlannedJson => ({
    refused: { file: options.file, line: brokenAt ?? 1, message },
    isBroken: brokenAt !== undefined,
  });
  const reading = await readJson(text, (key) => TELLING.has(key));
  if ('problem' in reading) {
    const isLog = /^\s*\{"@level":/.test(text.slice(0, 1000));
    return isLog
      ? refuse(`it is the log of \`terraform plan -json\`, not the plan`)
      : refuse(reading.problem, reading.line);
  }
  const { tree } = reading;
  if (isTerraformPlan(tree)) return { texts: [parseTerraformPlan(tree, options)] };
  if (isDnsControl(tree)) return { texts: parseDnsControl(tree, options) };
  return refuse(kindOf(tree));
}

function kindOf(tree: JsonTree): string {
  if (textOf(at(tree, '@level')) !== undefined) return 'it is the log of `terraform plan -json`, not the plan';
  const isState = at(tree, 'values') !== undefined || at(tree, 'serial') !== undefined;
  if (isState && (at(tree, 'format_version') ?? at(tree, 'serial')) !== undefined)
    return 'it is a state of Terraform, which tells what is, not a plan of what will be';
  return 'it is JSON, but neither a Terraform plan nor the zones of DNSControl';
}
