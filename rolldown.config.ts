import { defineConfig } from 'rolldown';
import { chunkNames } from './src/dev/build/chunks.ts';
import { late } from './src/dev/build/late.ts';

// One bundle per entry with shared chunks: each command is its own chunk, loaded when it is run.
// Libraries stay dependencies, so that their fixes reach users without a release of ours.
export default defineConfig({
  input: { cli: 'src/cli/run.ts', index: 'src/index.ts' },
  platform: 'node',
  external: (id, importer) => importer !== undefined && !id.startsWith('.') && !id.startsWith('/'),
  plugins: [late()],
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: 'dist',
    format: 'esm',
    sourcemap: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
    // One character beyond Latin-1 makes V8 keep a whole file in two bytes a character; names stay, so that stack traces
    // can be read.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true, asciiOnly: true } },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: chunkNames(import.meta.dirname), test: /\/src\// }],
    },
  },
});
