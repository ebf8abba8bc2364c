import type { Example, ExamplePage } from '../../core/example.ts';

/** What the examples of this family have in common. */
export const RECORD = '_mta-sts TXT "v=STSv1; id=20261101"';
export const MX = '@ MX 10 mail\nmail A 192.0.2.1';
export const POLICY = ['version: STSv1', 'mode: enforce', 'mx: mail.example.com', 'max_age: 604800'] as const;

/** The policy host of example.com, serving these lines, or answering so. */
export function served(answer: readonly string[] | ExamplePage = POLICY): Record<string, string | ExamplePage> {
  const page = Array.isArray(answer) ? `${answer.join('\r\n')}\r\n` : (answer as ExamplePage);
  return { 'https://mta-sts.example.com/.well-known/mta-sts.txt': page };
}

/** The policy with one line in the place of another, or without it. */
export const policyWith = (key: string, ...lines: readonly string[]): readonly string[] =>
  POLICY.flatMap((line) => (line.startsWith(`${key}:`) ? lines : [line]));

export const LATE: Example = {
  name: 'a policy host that answers late',
  zone: RECORD,
  web: served({ failure: 'timeout' }),
  expect: [],
  outcome: 'inconclusive',
};
