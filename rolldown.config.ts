import { defineConfig } from 'rolldown';
import { builtins } from './src/dev/build/builtins.ts';
import { chunkNames } from './src/dev/build/chunks.ts';
import { licences } from './src/dev/build/licences.ts';
import { latePatterns } from './src/dev/build/late-patterns.ts';
import { late } from './src/dev/build/late.ts';
import { needed } from './src/dev/build/needed.ts';
import { rawTemplates } from './src/dev/build/raw-templates.ts';

/** What every start needs is built in: most of what it cost was to find its files, and what it imports of Node's. */
const BUILT_IN = ['commander', 'chalk'];
const OF_BUILT_IN = /^#(?:ansi-styles|supports-color)$/;

// One bundle per entry with shared chunks: each command is its own chunk, loaded when it is run.
export default defineConfig({
  input: { cli: 'src/cli/run.ts', index: 'src/index.ts' },
  platform: 'node',
  external: (id, importer) =>
    importer !== undefined && !/^[./]/.test(id) && !BUILT_IN.includes(id) && !OF_BUILT_IN.test(id),
  plugins: [late(), needed(), latePatterns(), rawTemplates(), builtins(), licences(import.meta.dirname, BUILT_IN)],
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: 'dist',
    format: 'esm',
    sourcemap: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
    // One character beyond Latin-1 makes V8 keep a whole file in two bytes a character. Names and lines stay, so that
    // stack traces can be read.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: chunkNames(import.meta.dirname) }],
    },
  },
});
