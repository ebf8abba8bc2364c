import { createHash } from 'node:crypto';
import { VERSION } from '../core/version.ts';
import { bodyHtml } from './html-page.ts';
import { STYLE } from './html-style.ts';
import { visible } from '../core/readable.ts';
import { defineReporter } from './reporter.ts';
import { markupText } from './xml-text.ts';

/**
 * One file, to be opened, mailed or printed. There is no script in it and none can get in: the policy allows this one style
 * sheet, by its hash, and nothing else (CSP Level 3).
 */
export default defineReporter({
  title: 'one HTML page without scripts, for a browser, a mail or a printer',
  *render(report) {
    const page = report.page();
    const policy = `default-src 'none'; style-src '${hashOf(STYLE)}'; base-uri 'none'; form-action 'none'`;
    yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${markupText(visible(page.title))} · sendaudit ${markupText(report.command)}</title>
<style>${STYLE}</style>
</head>
<body>
`;
    yield* bodyHtml(page);
    yield `<footer>
<p>sendaudit ${VERSION} · ${markupText(report.command)} · <time datetime="${report.startedAt.toISOString()}">${moment(report.startedAt)}</time></p>
</footer>
</body>
</html>
`;
  },
});

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** `2026-11-01 12:00 UTC`. */
const moment = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
