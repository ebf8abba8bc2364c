import { defineConfig } from 'rolldown';

// One bundle per entry with shared chunks: each command is its own chunk, loaded when it is run.
// Libraries stay dependencies, so that their fixes reach users without a release of ours.
export default defineConfig({
  input: { cli: 'src/cli/run.ts', index: 'src/index.ts' },
  platform: 'node',
  external: (id, importer) => importer !== undefined && !id.startsWith('.') && !id.startsWith('/'),
  output: {
    dir: 'dist',
    format: 'esm',
    sourcemap: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
    // What an audit needs is one file: thirty small ones cost more to find than to read.
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { name: 'core', test: /src\/core\//, priority: 2 },
        // Without what is loaded only where a logo or a certificate was fetched
        {
          name: 'judge',
          test: /src\/(?:protocols|spf|dmarc-policy|providers|profiles|sources|checks|audit)\/(?!svg-|mark-logo|mark-certificate-reading|certificate-chain)/,
        },
      ],
    },
  },
});
