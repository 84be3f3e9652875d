/** Draws an Adaptive Card with the theme's own colours. Texts stay texts: no markdown becomes HTML here. */
import { tokens } from '@fluentui/react-components';
import { AdaptiveCard, HostConfig } from 'adaptivecards-renderer';

export function drawn(card: Record<string, unknown>): HTMLElement | undefined {
  const made = new AdaptiveCard();
  made.hostConfig = new HostConfig(look());
  made.parse(literal(card));
  return made.render();
}

/** The server escapes markdown for hosts that read it; this page shows plain text. */
function literal(card: Record<string, unknown>): Record<string, unknown> {
  const plain = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => plain(each, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).flatMap(([name, part]) => (isHiding(name, part) ? [] : [[name, plain(part, name)]])),
      );
    const isShown = key === 'text' || key === 'title' || key === 'value';
    return typeof value === 'string' && isShown ? value.replaceAll(/\\([\\`*_[\]()#+\-.!|<>~=&:])/g, '$1') : value;
  };
  return Object.fromEntries(Object.entries(card).map(([name, part]) => [name, plain(part, name)]));
}

/** The renderer's own menu for the lesser buttons knows no theme: here they stand beside the others. */
const isHiding = (name: string, part: unknown): boolean => name === 'mode' && part === 'secondary';

const colour = (normal: string, subtle = normal) => ({ default: normal, subtle });

const colours = () => ({
  default: colour(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  dark: colour(tokens.colorNeutralForeground1),
  light: colour(tokens.colorNeutralForeground2),
  accent: colour(tokens.colorBrandForeground1),
  good: colour(tokens.colorStatusSuccessForeground1),
  warning: colour(tokens.colorStatusWarningForeground1),
  attention: colour(tokens.colorStatusDangerForeground1),
});

const ground = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colours() });

const look = () => ({
  fontFamily: tokens.fontFamilyBase,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 8 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  supportsInteractivity: true,
  textBlock: { headingLevel: 3 },
  containerStyles: {
    default: ground(tokens.colorNeutralBackground1),
    emphasis: ground(tokens.colorNeutralBackground3),
    good: ground(tokens.colorStatusSuccessBackground1),
    warning: ground(tokens.colorStatusWarningBackground1),
    attention: ground(tokens.colorStatusDangerBackground1),
    accent: ground(tokens.colorBrandBackground2),
  },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 120 },
    value: { wrap: true },
    spacing: 12,
  },
});
