import fc from 'fast-check';

/**
 * Properties are tried on the same inputs in every run: a commit is green or it is not, whatever the day.
 * `PROPERTY_SEED=N npm test` tries others; what it finds is mended, and kept as a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_129) });
