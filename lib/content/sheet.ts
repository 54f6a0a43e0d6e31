const SHEETS = new WeakMap<Document, CSSStyleSheet>();

/** Colours on a white ground of the mark's own; each stands at 4.5:1 or more on white. */
const MARKS: readonly (readonly [verdict: string, colour: string, shape: string])[] = [
  ['ready', '#14693a', '\\2714'],
  ['decide', '#7d4b00', '\\25C6'],
  ['blocked', '#ad2018', '\\2716'],
  ['cannot-tell', '#47505d', '\\25CC'],
  ['do-not-bill', '#563b9e', '\\2298'],
];

const markRule = ([verdict, colour, shape]: (typeof MARKS)[number]): string =>
  `[data-cob-mark="${verdict}"]>:first-child{box-shadow:inset 4px 0 0 ${colour}!important}` +
  `[data-cob-mark="${verdict}"]>:first-child::before{color:${colour};content:"${shape}" " " attr(data-cob-word)}` +
  `[data-cob-mark="${verdict}"][data-cob-narrow]>:first-child::before{width:20px;margin-inline:-24px 4px;content:"${shape}"}`;

const RULES = `@media screen{
[data-cob-mark]>:first-child{padding-inline-start:96px!important}
[data-cob-mark][data-cob-narrow]>:first-child{padding-inline-start:30px!important}
[data-cob-mark]>:first-child::before{display:inline-block;box-sizing:border-box;width:86px;margin-block:0;margin-inline:-90px 4px;padding:0 4px;border-radius:3px;background:#fff;text-align:start;font:600 12px/16px "Segoe UI",-apple-system,Roboto,"Liberation Sans",Arial,sans-serif;text-decoration:none;white-space:nowrap;pointer-events:none}
${MARKS.map(markRule).join('\n')}
[data-cob-shown]{outline:3px solid #1d5bb8!important;outline-offset:1px!important}
}
@media (forced-colors:active){[data-cob-mark]>:first-child::before{color:CanvasText;background:Canvas}}`;

/** Puts the marks' style sheet into a page, once. No element is added. */
export const adoptSheet = (doc: Document): void => {
  let sheet = SHEETS.get(doc);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
    SHEETS.set(doc, sheet);
  }
  if (!doc.adoptedStyleSheets.includes(sheet)) doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
};

/** Takes the style sheet out again. */
export const dropSheet = (doc: Document): void => {
  const sheet = SHEETS.get(doc);
  if (sheet) doc.adoptedStyleSheets = doc.adoptedStyleSheets.filter((other) => other !== sheet);
};
