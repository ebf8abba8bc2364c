import { defineConfig } from 'rolldown';

// One bundle per entry with shared chunks: each command is its own chunk, loaded when it is run.
// Libraries stay dependencies, so that their fixes reach users without a release of ours.
export default defineConfig({
  input: { cli: 'src/cli/run.ts', index: 'src/index.ts' },
  platform: 'node',
  external: (id, importer) => importer !== undefined && !id.startsWith('.') && !id.startsWith('/'),
  output: { dir: 'dist', format: 'esm', sourcemap: true, chunkFileNames: 'chunks/[name]-[hash].js', cleanDir: true },
});
