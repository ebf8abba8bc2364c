import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UserError } from '../core/errors.ts';
import type { ImapLogin } from '../net/imap.ts';
import { hiddenLine } from './hidden-line.ts';
import type { Io } from './io.ts';
import { textOfFile } from './text-file.ts';

export interface SecretOptions {
  readonly passwordFile?: string;
  readonly passwordCommand?: string;
  readonly oauthTokenFile?: string;
}
type Secret = ImapLogin['secret'];

/**
 * Where the password or the token comes from. Asked anew for every login, as tokens are good for an hour; what was typed is
 * kept. Throws a UserError where there is none, without a word of what it is.
 */
export function secretSource(options: SecretOptions, typed: string | undefined, io: Io): () => Promise<Secret> {
  const { passwordFile, passwordCommand, oauthTokenFile } = options;
  const given = Object.entries({
    'the password in the URL': typed,
    '--password-file': passwordFile,
    '--password-command': passwordCommand,
    '--oauth-token-file': oauthTokenFile,
  }).filter(([, value]) => value !== undefined);
  const [first, second] = given;
  if (second !== undefined) throw new UserError(`${first?.[0]} and ${second[0]} do not go together`);
  const password = (text: string): Secret => ({ kind: 'password', text });
  const token = (text: string): Secret => ({ kind: 'token', text });
  if (typed !== undefined) return async () => password(typed);
  if (passwordFile !== undefined) return async () => password(await firstLineOf(passwordFile, 'the password'));
  if (oauthTokenFile !== undefined) return async () => token(await firstLineOf(oauthTokenFile, 'the token'));
  if (passwordCommand !== undefined) {
    const words = wordsOf(passwordCommand);
    return async () => password(await firstLineFrom(words, io));
  }
  const { SENDAUDIT_IMAP_PASSWORD: known = '', SENDAUDIT_IMAP_TOKEN: knownToken = '' } = io.env;
  if (known !== '') return async () => password(known);
  if (knownToken !== '') return async () => token(knownToken);
  let asked: Promise<string> | undefined;
  return async () => password(await (asked ??= hiddenLine('Password: ', io)));
}

async function firstLineOf(path: string, what: string): Promise<string> {
  return firstLine(await textOfFile({ path, what }), `${path} holds no ${what.replace(/^the /, '')} in its first line`);
}

function firstLine(text: string, otherwise: string): string {
  const line = /^\uFEFF?([^\r\n]*)/.exec(text)?.[1] ?? '';
  if (line === '') throw new UserError(otherwise);
  return line;
}

/** Longer than any password manager says, who may want to be unlocked by hand. */
const PATIENCE_MS = 120_000;

async function firstLineFrom([file = '', ...given]: readonly string[], { interrupted }: Io): Promise<string> {
  const options = { timeout: PATIENCE_MS, maxBuffer: 1024 * 1024, signal: interrupted, windowsHide: true };
  const { stdout } = await promisify(execFile)(file, given, options).catch((error: unknown) => {
    // What it printed is not repeated: there may be a password in it.
    const { code } = error as { readonly code?: string | number };
    const why =
      code === 'ENOENT'
        ? `there is no command \`${file}\``
        : typeof code === 'number'
          ? `exit code ${code}`
          : 'it did not end well';
    throw new UserError('--password-command gives no password', why);
  });
  return firstLine(stdout, '--password-command prints nothing in its first line');
}

/**
 * Words as a shell parts them, by blanks and quotes, and nothing else of a shell: no variable, pattern or second command comes
 * out of what was typed.
 */
function wordsOf(command: string): string[] {
  const bare = command.replaceAll(/'[^']*'|"(?:[^"\\]|\\.)*"|\\./g, '');
  if (/['"|&;<>()$`\n]/.test(bare))
    throw new UserError(
      '--password-command has signs in it that only a shell understands',
      'the command is run without one',
      `--password-command "sh -c '…'"`,
    );
  const words = Array.from(command.matchAll(/(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+/g), ([word]) =>
    word.replaceAll(
      /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g,
      (_, single?: string, double?: string, bareSign?: string) =>
        single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? bareSign ?? '',
    ),
  );
  if (words.length === 0) throw new UserError('--password-command names no command');
  return words;
}
