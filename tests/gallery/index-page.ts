/** One page with every picture, card by card. */
import type { Picture } from './gallery.ts';
import type { PagePicture } from './pages.ts';

const style = `
body { margin: 24px; font-family: system-ui, sans-serif; background: #fafafa; color: #242424; }
section { margin-bottom: 32px; }
.row { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
img { max-width: 100%; }
`;

export function indexPage(pictures: readonly Picture[], pages: readonly PagePicture[]): string {
  const faces = [...new Set(pictures.map((p) => p.face))];
  const sections = faces.map((face) => {
    const own = pictures.filter((p) => p.face === face);
    const name = `${face.kind.path}: ${face.sample}`;
    const images = own.map(
      ({ file, theme, width }) =>
        `<img src="pictures/${file}" alt="${name}, ${theme}, ${width} pixels" width="${width}" loading="lazy">`,
    );
    return `<section><h2>${name}</h2><div class="row">${images.join('')}</div></section>`;
  });
  const shown = [...new Set(pages.map(({ name }) => name))].map((name) => {
    const images = pages
      .filter((page) => page.name === name)
      .map(
        ({ file, theme, width }) =>
          `<img src="pictures/${file}" alt="${name}, ${theme}, ${width} pixels" width="${Math.min(width, 600)}" loading="lazy">`,
      );
    return `<section><h2>${name}</h2><div class="row">${images.join('')}</div></section>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards and pages of Fieldbook</title><style>${style}</style>
<main><h1>Cards and pages of Fieldbook</h1>${shown.join('\n')}${sections.join('\n')}</main></html>\n`;
}
