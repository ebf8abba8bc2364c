import { isBuiltin } from 'node:module';
import type { Plugin } from 'rolldown';
import type { ESTree } from 'rolldown/utils';

/** Loaded when something of theirs is used: by many commands, that is never. */
const LATE: ReadonlySet<string> = new Set([
  'node:child_process',
  'node:crypto',
  'node:os',
  'node:tty',
  'node:v8',
  'node:zlib',
]);

/**
 * Asks the process for Node's own modules. An `import` of one reads everything it exports, and so makes what nobody asked
 * for: the three streams of `process`, Web Crypto of `crypto`, worker threads of `util`; a third of what a start costs.
 */
export const builtins = (): Plugin => ({
  name: 'builtins',
  transform: {
    filter: { id: /\.[jt]s$/, code: /from ['"]node:/ },
    async handler(code, id) {
      const { body } = this.parse(code, { lang: id.endsWith('.ts') ? 'ts' : 'js' });
      let changed = code;
      // From the last to the first, so that places stay.
      for (const statement of body.toReversed()) {
        if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') continue;
        if (!isBuiltin(statement.source.value)) continue;
        const text = await asked(statement);
        // As many lines as before: the source map holds but for columns.
        const lines = '\n'.repeat(code.slice(statement.start, statement.end).split('\n').length - 1);
        changed = `${changed.slice(0, statement.start)}${text}${lines}${changed.slice(statement.end)}`;
      }
      return { code: changed, map: null };
    },
  },
});

async function asked({ source: { value: id }, specifiers }: ESTree.ImportDeclaration): Promise<string> {
  // A library may call its import of the process `process`.
  const module = `globalThis.process.getBuiltinModule(${JSON.stringify(id)})`;
  const present = (await import(id)) as Readonly<Record<string, unknown>>;
  return specifiers
    .map((one): string => {
      const local = one.local.name;
      if (one.type !== 'ImportSpecifier') {
        if (id === 'node:process') return constant(local, 'globalThis.process');
        return constant(local, LATE.has(id) ? lateObject(module) : module);
      }
      if (one.importKind === 'type') return '';
      const name = one.imported.type === 'Identifier' ? one.imported.name : one.imported.value;
      const value = `${module}.${name}`;
      if (!LATE.has(id)) return constant(local, value);
      if (typeof present[name] === 'object') return constant(local, lateObject(value));
      // What can be constructed has a capital, and is no function to be called.
      const isCalled = typeof present[name] === 'function' && /^[a-z]/.test(name);
      return constant(local, isCalled ? `(...given) => ${value}(...given)` : value);
    })
    .join(' ');
}

/** What is read of it is read when it is wanted. */
const lateObject = (value: string): string => `new Proxy({}, { get: (_, name) => ${value}[name] })`;

/** In a form that is left out where nobody reads it, as an import would be. */
const constant = (name: string, value: string): string => `const ${name} = /* @__PURE__ */ (() => ${value})();`;
