import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';
import { sendauditIn, type Run } from '../support/sendaudit.ts';

/** A file of fixtures/cli: a title, a command line, and what it prints. */
export interface Transcript {
  readonly title: string;
  readonly command: string;
  /** Undefined in a transcript that was never run. */
  readonly run: Run | undefined;
}

const PATTERN =
  /^# (?<title>.+)\n\n```sh\n(?<command>.+)\n```\n(?:\nStandard output:\n\n```text\n(?<stdout>[^]*?)```\n\nStandard error:\n\n```text\n(?<stderr>[^]*?)```\n\nExit code (?<code>\d+)\.\n)?$/;

export function parseTranscript(text: string): Transcript {
  const { title, command, stdout, stderr, code } = PATTERN.exec(text)?.groups ?? {};
  if (title === undefined || command === undefined) throw new Error('not a transcript');
  const run = code === undefined ? undefined : { stdout: stdout ?? '', stderr: stderr ?? '', exitCode: Number(code) };
  return { title, command, run };
}

export const transcriptText = ({ title, command, run }: Transcript): string =>
  `# ${title}\n\n\`\`\`sh\n${command}\n\`\`\`\n${
    run === undefined
      ? ''
      : `\nStandard output:\n\n\`\`\`text\n${run.stdout}\`\`\`\n\nStandard error:\n\n\`\`\`text\n${run.stderr}\`\`\`\n\nExit code ${run.exitCode}.\n`
  }`;

/**
 * Runs a command line as a shell would: leading assignments are the environment, quotes hold words together, `< file` is
 * standard input, `$TMP` is a folder of the test's own. COLUMNS makes standard output a terminal of that width.
 */
export async function runTranscript(command: string, folder: string): Promise<Run> {
  const words = Array.from(
    command.replaceAll('$TMP', folder).matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g),
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  const env: Record<string, string> = { LANG: 'C.UTF-8' };
  while (/^[A-Z_]+=/.test(words[0] ?? '')) {
    const [assignment = ''] = words.splice(0, 1);
    env[assignment.slice(0, assignment.indexOf('='))] = assignment.slice(assignment.indexOf('=') + 1);
  }
  if (words.shift() !== 'sendaudit') throw new Error(`a transcript runs sendaudit, not ${command}`);
  const redirect = words.indexOf('<');
  const [, input] = redirect === -1 ? [] : words.splice(redirect, 2);

  let stdout = '';
  const world: Partial<Io> = {
    env,
    stdin: input === undefined ? Readable.from([]) : createReadStream(input),
    stdout: {
      isTerminal: env['COLUMNS'] !== undefined,
      columns: env['COLUMNS'] === undefined ? undefined : Number(env['COLUMNS']),
      write: async (text) => void (stdout += text),
    },
  };
  const { exitCode, stderr } = await sendauditIn(world, ...words);
  const tame = (text: string): string => text.replaceAll(folder, '$TMP').replaceAll('\u001B', '␛');
  return { exitCode, stdout: tame(stdout), stderr: tame(stderr) };
}
