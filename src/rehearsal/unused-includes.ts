import type { Use } from '../spf/branch-use.ts';
import type { TermNode } from '../spf/tree.ts';

/** With fewer messages, chance decides which services are among them. */
export const ENOUGH_TO_TELL_USE = 100;

/** The includes of a record that let no mail of the period pass, with the lookups they cost. */
export const unusedIncludes = ({ branches }: Use): { readonly node: TermNode; readonly lookups: number }[] =>
  branches.filter(({ messages }) => messages === 0).map(({ node }) => ({ node, lookups: node.branch.min }));
