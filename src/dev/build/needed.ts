import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';
import { Visitor } from 'rolldown/utils';
import { neededOf } from '../../replies/rule-reader.ts';
import type { RuleSet } from '../../replies/rule.ts';

/** Finds out beforehand what the rules for replies need: there is no reason to do so at every start. */
export const needed = (): Plugin => ({
  name: 'needed',
  transform: {
    filter: { id: /\/src\/replies\/rules\/.+\.ts$/, code: /^export default defineRules\(/m },
    async handler(code, id) {
      const { default: set } = (await import(pathToFileURL(id).href)) as { readonly default: RuleSet };
      let changed: string | undefined;
      new Visitor({
        CallExpression({ callee, arguments: [given] }) {
          if (callee.type !== 'Identifier' || callee.name !== 'defineRules' || given?.type !== 'ObjectExpression')
            return;
          const texts = neededOf(set).map((all) => (all === undefined ? 'undefined' : JSON.stringify(all)));
          // Not a line more: the source map holds but for columns.
          changed = `${code.slice(0, given.start + 1)}needed: [${texts.join()}],${code.slice(given.start + 1)}`;
        },
      }).visit(this.parse(code, { lang: 'ts' }));
      return changed === undefined ? undefined : { code: changed, map: null };
    },
  },
});
