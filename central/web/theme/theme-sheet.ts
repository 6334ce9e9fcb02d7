import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  type MantineThemeOverride,
  mergeMantineTheme,
} from "@mantine/core";

// Mantine's greys are cold, and too pale on warm white for AA.
const READABLE = {
  "--mantine-color-dimmed": "#55615B",
  "--mantine-color-placeholder": "#5F6963",
  "--mantine-color-default-border": "#CFC6B5",
  "--mantine-color-default-hover": "#F3EDE3",
  "--mantine-color-body": "#FFFFFF",
  "--mantine-color-error": "#B3402E",
  "--mantine-color-disabled": "#EFE9DE",
  "--mantine-color-disabled-color": "#5F6963",
};

/**
 * The theme's CSS variables as a constructable style sheet. Mantine would write a style element, for
 * which the CSP would have to allow inline styles; a constructed sheet needs no such permission.
 */
export function themeSheet(theme: MantineThemeOverride): CSSStyleSheet {
  const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  Object.assign(variables.light, READABLE);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(convertCssVariables(variables));
  return sheet;
}
