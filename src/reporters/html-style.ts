/** The whole look of a page. Colours have a contrast of at least 4.5:1 on their ground, light and dark (WCAG 2.2, 1.4.3). */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --panel: #f6f7f8; --line: #dfe2e6; --text: #1c2024; --muted: #5b636d;
  --bad: #b4231a; --warn: #8a5200; --note: #1f5fa6; --good: #1c6b3a;
  --mark: #ffe3a3; --mark-text: #1c2024; --mark-line: #b06a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181c; --panel: #1d2126; --line: #343a42; --text: #e4e7eb; --muted: #9ba4af;
    --bad: #ff8a80; --warn: #f0b45a; --note: #86b7f5; --good: #7fd197;
    --mark: #5a4310; --mark-text: #fff1cf; --mark-line: #f0b45a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 64rem;
  background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
header { padding-bottom: 1.25rem; border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; }
h2 { margin: 2.75rem 0 0.75rem; font-size: 1.125rem; line-height: 1.3; font-weight: 650; }
h2 .aside { margin-left: 0.5rem; font-size: 0.875rem; font-weight: 400; }
p, dl, dd, ul, figure, pre { margin: 0; padding: 0; }
.verdict { margin-top: 0.5rem; font-size: 1.0625rem; color: var(--muted); }
.verdict span { font-weight: 600; }
.bad { color: var(--bad); } .warn { color: var(--warn); } .note { color: var(--note); } .good { color: var(--good); }
.muted, .aside { color: var(--muted); } .strong { font-weight: 650; }
code, pre, .code, .tree { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: 0.875em; padding: 0.1em 0.25em; border-radius: 0.25rem; background: var(--panel); }
pre { font-size: 0.8125rem; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; }
section > * + * { margin-top: 1.25rem; }
section > h2 + * { margin-top: 0.75rem; }
section[aria-label] { margin-top: 1.5rem; }
.lines p + p { margin-top: 0.375rem; }

dl > div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 1rem; padding: 0.5rem 0; }
dl > div + div { border-top: 1px solid var(--line); }
dt { font-weight: 600; }
dd { grid-column: 2; }

.findings { list-style: none; border-top: 1px solid var(--line); }
.findings > li { padding: 1.25rem 0 1.25rem 1rem; border-bottom: 1px solid var(--line); box-shadow: inset 3px 0 0 var(--tone, var(--line)); }
.findings > .error, .findings > .crashed { --tone: var(--bad); }
.findings > .warning { --tone: var(--warn); }
.findings > .note { --tone: var(--note); color: inherit; }
.findings > .inconclusive { --tone: var(--muted); }
.findings > .waived { --tone: var(--line); color: var(--muted); }
.message { font-weight: 500; }
.level { margin-right: 0.25rem; color: var(--tone, inherit); font-size: 0.75rem; font-weight: 700; letter-spacing: 0.06em; text-transform: uppercase; }
.waived .level { color: var(--muted); }
.code { margin-top: 0.125rem; font-size: 0.75rem; color: var(--muted); }
.findings figure, .fix, .why { margin-top: 0.75rem; }
figcaption { margin-bottom: 0.25rem; font-size: 0.75rem; color: var(--muted); }
.culprit, .copy { padding: 0.625rem 0.75rem; border-radius: 0.375rem; background: var(--panel); }
.fix + .copy { margin-top: 0.5rem; }
.copy { border: 1px solid var(--line); background: var(--ground); }
mark { padding: 0.1em 0; border-bottom: 2px solid var(--mark-line); background: var(--mark); color: var(--mark-text); }
.gap { padding: 0.1em 0.15em; }

.scroll { overflow-x: auto; }
.scroll:focus-visible, a:focus-visible { outline: 2px solid var(--note); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
thead th { color: var(--muted); font-size: 0.8125rem; font-weight: 500; text-align: left; vertical-align: bottom; }
th, td { padding: 0.4375rem 1rem 0.4375rem 0; min-width: 3rem; max-width: 32rem; vertical-align: top; text-align: left; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
tbody th { font-weight: 500; }
tbody { border-top: 1px solid var(--line); }
.short, th.number, td.number { white-space: nowrap; }
th.number, td.number { text-align: right; }
.sparkline { vertical-align: text-bottom; fill: var(--muted); }
.sparkline.bad { fill: var(--bad); } .sparkline.warn { fill: var(--warn); } .sparkline.note { fill: var(--note); } .sparkline.good { fill: var(--good); }
.sparkline .nothing { fill: var(--line); }
.below td { padding-top: 0; color: var(--muted); font-size: 0.8125rem; }
tr:has(+ .below) > * { padding-bottom: 0.125rem; }

.tree { list-style: none; font-size: 0.8125rem; line-height: 1.9; }
.tree .tree { margin-left: 0.375rem; padding-left: 1rem; border-left: 1px solid var(--line); }
.branch { display: flex; gap: 1rem; justify-content: space-between; }
.branch .aside { flex: none; white-space: pre; }

nav ul { margin-top: 1.25rem; list-style: none; columns: 20rem; column-gap: 2.5rem; font-size: 0.9375rem; }
nav li { break-inside: avoid; padding: 0.1875rem 0; }
nav .aside { font-size: 0.8125rem; }
a { color: var(--note); text-underline-offset: 0.15em; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.8125rem; color: var(--muted); }

@media (max-width: 36rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.375rem; }
  dl > div { grid-template-columns: 1fr; }
  dd { grid-column: 1; }
  .findings > li { padding-left: 0.75rem; }
  table, tbody, tr, tbody th, td { display: block; max-width: none; padding: 0; text-align: left; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody { padding: 0.625rem 0; }
  tbody th.short, td.short { white-space: normal; }
  td[data-title] { display: inline-block; margin-right: 1rem; }
  td[data-title]::before { content: attr(data-title) "\\00a0 "; color: var(--muted); font-size: 0.8125rem; }
  td[data-title]:empty { display: none; }
  td.number, th.number { text-align: left; }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --panel: #fff; --line: #bbb; --text: #000; --muted: #444;
    --bad: #8c1b14; --warn: #6b4000; --note: #174a82; --good: #14522c;
    --mark: #fff; --mark-text: #000; --mark-line: #000;
  }
  @page { margin: 16mm 14mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h2 { break-after: avoid; }
  .findings > li, tbody, figure, dl > div { break-inside: avoid; }
  .culprit { border: 1px solid var(--line); }
  mark { font-weight: 700; }
  .scroll { overflow: visible; }
  .short { white-space: normal; }
}
`;
