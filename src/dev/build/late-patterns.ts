import type { Plugin } from 'rolldown';
import { Visitor } from 'rolldown/utils';

/**
 * The patterns of the rules for replies, and of the words they are made of, made when they are first asked: to read one takes
 * as long as to try it, there are three thousand, and a log asks a handful. Their sources are strings in the build, which
 * cost nothing.
 */
export const latePatterns = (): Plugin => ({
  name: 'late-patterns',
  transform: {
    filter: {
      id: /\/src\/replies\/(?:rules|vocabulary)\/.+\.ts$/,
      code: /^export default defineRules\(|: readonly Rule\[\] = \[| = (?:stems|anywhere)\(/m,
    },
    handler(code, id) {
      const found: { readonly start: number; readonly end: number; readonly made: string }[] = [];
      new Visitor({
        Literal(literal) {
          if (!('regex' in literal)) return;
          const { pattern, flags } = literal.regex;
          const made = `${LATE}(${JSON.stringify(pattern)}, ${JSON.stringify(flags)})`;
          found.push({ start: literal.start, end: literal.end, made });
        },
      }).visit(this.parse(code, { lang: 'ts' }));
      if (found.length === 0) return undefined;
      const parts = found.map(({ start, made }, at) => code.slice(found[at - 1]?.end ?? 0, start) + made);
      // Not a line more: the source map holds but for columns.
      const changed = parts.join('') + code.slice(found.at(-1)?.end);
      const up = '../'.repeat((id.split('/src/replies/')[1] ?? '').split('/').length - 1);
      return { code: `import { late as ${LATE} } from '${up}pattern.ts'; ${changed}`, map: null };
    },
  },
});

const LATE = 'latePattern';
