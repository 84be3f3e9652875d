/** How Teams draws cards, close enough to judge ours: sizes and colours chosen here, nothing of it is official. */

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
}

const onLight: Palette = {
  text: '#242424',
  subtle: '#5c5c5c',
  accent: '#4f52b2',
  good: '#0e700e',
  warning: '#835b00',
  attention: '#b10e1c',
};

const onDark: Palette = {
  text: '#ffffff',
  subtle: '#c8c8c8',
  accent: '#9ea2ff',
  good: '#6bb700',
  warning: '#fde300',
  attention: '#ff99a4',
};

const colours = ({ text, subtle, ...rest }: Palette) => {
  const pair = (colour: string, weak = colour) => ({ default: colour, subtle: weak });
  return {
    default: pair(text, subtle),
    dark: pair('#242424'),
    light: pair('#ffffff'),
    ...Object.fromEntries(Object.entries(rest).map(([name, colour]) => [name, pair(colour)])),
  };
};

const panel = (backgroundColor: string, palette: Palette) => ({
  backgroundColor,
  borderColor: backgroundColor,
  foregroundColors: colours(palette),
});

const styles = {
  light: {
    default: panel('#ffffff', onLight),
    emphasis: panel('#f5f5f5', onLight),
    accent: panel('#e8ebfa', onLight),
    good: panel('#e7f2da', onLight),
    warning: panel('#fbf1cd', onLight),
    attention: panel('#fae3e3', onLight),
  },
  dark: {
    default: panel('#292929', onDark),
    emphasis: panel('#1f1f1f', onDark),
    accent: panel('#2f2f4a', onDark),
    good: panel('#1e3a12', onDark),
    warning: panel('#463100', onDark),
    attention: panel('#4b1c22', onDark),
  },
};

const sizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
const weights = { lighter: 300, default: 400, bolder: 600 };
const font = (fontFamily: string) => ({ fontFamily, fontSizes: sizes, fontWeights: weights });

export type Theme = keyof typeof styles;
export const themes: readonly Theme[] = ['light', 'dark'];

export const hostConfig = (theme: Theme) => ({
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: theme === 'light' ? '#e0e0e0' : '#3d3d3d' },
  fontTypes: {
    default: font("'Segoe UI', 'Liberation Sans', Arial, sans-serif"),
    monospace: font("Consolas, 'Liberation Mono', monospace"),
  },
  textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false, fontType: 'default' } },
  textBlock: { headingLevel: 2 },
  containerStyles: styles[theme],
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { size: 'default', weight: 'bolder', wrap: true, maxWidth: 90 },
    value: { size: 'default', weight: 'default', wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder', color: 'default' },
    },
    errorMessage: { weight: 'default', color: 'attention', spacing: 'small' },
  },
});
