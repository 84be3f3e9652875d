/** Runs in the browser: draws one card with the renderer, as a host would. Bundled, never loaded by Node. */
import * as AC from 'adaptivecards-renderer';
import markdownIt from 'markdown-it';

const md = markdownIt();
AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = md.render(text);
  result.didProcess = true;
};

globalThis.draw = (json, hostConfig, theme, width) => {
  const card = new AC.AdaptiveCard();
  card.hostConfig = new AC.HostConfig(hostConfig);
  card.parse(json, new AC.SerializationContext(AC.Versions.v1_5));
  const stage = document.getElementById('stage');
  document.body.className = theme;
  stage.style.width = `${width}px`;
  stage.replaceChildren(card.render());
};

/** Titles of buttons and choices that do not fit. */
globalThis.cutTitles = () =>
  [...document.querySelectorAll('#stage button')].flatMap((button) => {
    const label = button.querySelector('div') ?? button;
    return label.scrollWidth > label.clientWidth + 1 || button.scrollWidth > button.clientWidth + 1
      ? [button.textContent.trim()]
      : [];
  });

/** How far anything sticks out to the side. */
globalThis.overflow = () => {
  const stage = document.getElementById('stage');
  return Math.max(0, stage.scrollWidth - stage.clientWidth);
};
