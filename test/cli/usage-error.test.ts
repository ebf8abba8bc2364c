import { expect, test } from 'vitest';
import { usageErrorText } from '../../src/cli/usage-error.ts';

test.each([
  [
    "error: unknown command 'chek'\n(Did you mean check?)\n",
    'sendaudit: unknown command `chek`\n  did you mean check?\n',
  ],
  [
    "error: option '--table <name>' argument 'x' is invalid. Allowed choices are rows, streams.\n",
    'sendaudit: option `--table <name>` argument `x` is invalid\n  allowed choices are rows, streams\n',
  ],
  ["error: missing required argument 'paths'\n", 'sendaudit: missing required argument `paths`\n'],
])('what is wrong stands in the first line, the rest below it', (given, shown) => {
  expect(usageErrorText(given)).toBe(shown);
});

test('what was typed cannot move the cursor', () => {
  expect(usageErrorText("error: unknown option '--\u001B[31m'\n")).toBe(
    String.raw`sendaudit: unknown option ${'`'}--\x1b[31m${'`'}` + '\n',
  );
});
