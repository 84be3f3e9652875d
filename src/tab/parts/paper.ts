/** What is printed stands alone on the paper: nothing of the tab around it takes room. */
import { useEffect } from 'react';

const paper = (sheet: string): string => `
@page { size: A4 portrait; margin: 11mm; }
@media print {
  html { color-scheme: light !important; }
  html, body, #root { height: auto !important; background: none !important; }
  body * { visibility: hidden; }
  body *:not(:has(.${sheet})):not(.${sheet}):not(.${sheet} *) { display: none !important; }
  body *:has(.${sheet}) { padding: 0 !important; margin: 0 !important; gap: 0 !important; display: block !important; min-height: 0 !important; max-width: none !important; background: none !important; }
  .${sheet}, .${sheet} * { visibility: visible; }
}
`;

/** Only while this page is open; a sheet made here needs no leave of the page's policy. */
export function usePaper(sheetClass: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(paper(sheetClass));
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [sheetClass]);
}
