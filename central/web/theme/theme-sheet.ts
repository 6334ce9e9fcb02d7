import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  type MantineThemeOverride,
  mergeMantineTheme,
} from "@mantine/core";

/**
 * The theme's CSS variables as a constructable style sheet. Mantine would write a style element, for
 * which the CSP would have to allow inline styles; a constructed sheet needs no such permission.
 */
export function themeSheet(theme: MantineThemeOverride): CSSStyleSheet {
  const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(convertCssVariables(variables));
  return sheet;
}
