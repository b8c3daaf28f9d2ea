// In: a title and the inside of a page. Out: the page.
import { escaped } from "./markup.js";
import { REPORT_STYLE } from "./reportStyle.js";

/** A whole page round the sections of a report. What it may load is nothing, and it says so to the browser. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="samestory">
<title>${escaped(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<main id="report" tabindex="-1">
${body}
</main>
<footer>Made by samestory. This page holds everything it shows and loads nothing.</footer>
</body>
</html>
`;
}
