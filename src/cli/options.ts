import { UserError } from '../core/errors.ts';
import { parseIp, printIp } from '../protocols/ip.ts';
import type { FailOn } from '../core/report.ts';

/** Options of every command that reports on the world, as commander hands them over. */
export interface WorldOptions {
  readonly zone?: readonly string[];
  readonly replay?: string;
  readonly record?: string;
  readonly resolver?: readonly string[];
  readonly live?: true;
  readonly timeout: string;
  readonly maxQuestions?: string;
}
export interface OutputOptions {
  readonly format?: readonly string[];
  readonly redact?: true;
}
export interface ReportOptions extends WorldOptions, OutputOptions {
  readonly failOn: FailOn;
}

interface NumberRange {
  /** What is counted, in the plural. */
  readonly what: string;
  /** Whether fractions are refused. */
  readonly whole?: boolean;
  readonly least: number;
  readonly most: number;
}

/** A number from the command line, of `what`, from `least` to `most`; anything else is told to the user. */
export function numberOption(name: string, text: string, { what, whole = false, least, most }: NumberRange): number {
  const value = Number(text);
  if (
    text.trim() === '' ||
    !Number.isFinite(value) ||
    (whole && !Number.isInteger(value)) ||
    value < least ||
    value > most
  )
    throw new UserError(
      `${name} takes a ${whole ? 'whole number' : 'number'} of ${what} from ${least} to ${most}, not \`${text}\``,
    );
  return value;
}

/** An IP address from the command line, as it is written everywhere. */
export function addressOption(typed: string): string {
  const address = parseIp(typed);
  if (address === undefined)
    throw new UserError(`\`${typed}\` is no IP address`, 'an address looks like 192.0.2.1 or 2001:db8::1');
  return printIp(address);
}
