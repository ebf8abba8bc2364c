#!/usr/bin/env node
// Plain old JavaScript on purpose: it has to run, and say so, where the rest cannot.
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(`sendaudit needs Node 22.19 or newer, and this is Node ${process.versions.node}\n`);
  process.exitCode = 2;
} else {
  module.enableCompileCache?.();
  const { run } = await import('../dist/cli.js');
  process.exitCode = await run(process.argv.slice(2));
}
