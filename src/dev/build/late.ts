import type { Plugin } from 'rolldown';
import { Visitor } from 'rolldown/utils';

/** What is read where somebody asks about a check or a service, and by tests; no audit reads it. */
const LATE: Readonly<Record<string, string>> = { defineCheck: 'examples', defineProvider: 'sources' };

/**
 * Makes getters of them in the build: what a function holds is neither compiled nor kept before it is called. It is half
 * of what checks say, and would be built at every start.
 */
export const late = (): Plugin => ({
  name: 'late',
  transform: {
    filter: { id: /\/src\/(?:checks|providers)\/.+\.ts$/ },
    handler(code) {
      let changed: string | undefined;
      new Visitor({
        CallExpression({ callee, arguments: [given] }) {
          if (callee.type !== 'Identifier' || given?.type !== 'ObjectExpression') return;
          for (const one of given.properties) {
            if (one.type !== 'Property' || one.key.type !== 'Identifier' || one.key.name !== LATE[callee.name])
              continue;
            const value = code.slice(one.value.start, one.value.end);
            changed = `${code.slice(0, one.start)}get ${one.key.name}() { return ${value}; }${code.slice(one.end)}`;
          }
        },
      }).visit(this.parse(code, { lang: 'ts' }));
      // Not a line more: the source map holds but for columns.
      return changed === undefined ? undefined : { code: changed, map: null };
    },
  },
});
