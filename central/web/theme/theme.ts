import { createTheme, type MantineColorsTuple } from "@mantine/core";

const teal: MantineColorsTuple = [
  "#EAF3F1",
  "#D3E5E2",
  "#A9CCC7",
  "#7BB0A9",
  "#52958D",
  "#337E76",
  "#1C6B64",
  "#0F5C56",
  "#0B4A45",
  "#073733",
];
const mango: MantineColorsTuple = [
  "#FDF4E7",
  "#FAE6C9",
  "#F5CD97",
  "#F0B564",
  "#ECA145",
  "#E8912D",
  "#D07B19",
  "#A85F0E",
  "#83490A",
  "#5F3406",
];
const brick: MantineColorsTuple = [
  "#FBEDEA",
  "#F4D6D0",
  "#E7ACA1",
  "#D98172",
  "#CB5D4A",
  "#BF4A38",
  "#B3402E",
  "#963424",
  "#77281B",
  "#571C12",
];

// Mantine's own greys are cold beside warm white.
const gray: MantineColorsTuple = [
  "#FBF8F3",
  "#F6F1E8",
  "#EFE9DE",
  "#E2DACB",
  "#CFC6B5",
  "#B0A999",
  "#8A8F86",
  "#5F6963",
  "#55615B",
  "#3A4540",
];

/** Bela Beli's look for Mantine: deep teal, mango for one thing, Plus Jakarta Sans. */
export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: 7,
  colors: { teal, mango, brick, gray },
  black: "#1F2A26",
  white: "#FFFFFF",
  fontFamily: '"Plus Jakarta Sans Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace',
  fontSizes: { xs: "14px", sm: "14px", md: "16px", lg: "20px", xl: "28px" },
  headings: {
    fontWeight: "700",
    sizes: {
      h1: { fontSize: "28px", lineHeight: "1.25" },
      h2: { fontSize: "20px", lineHeight: "1.35" },
      h3: { fontSize: "16px", lineHeight: "1.4" },
    },
  },
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "10px", lg: "10px", xl: "10px" },
  focusRing: "auto",
  respectReducedMotion: true,
  cursorType: "pointer",
  autoContrast: true,
  components: {
    Button: { defaultProps: { size: "md" } },
    TextInput: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    NativeSelect: { defaultProps: { size: "md" } },
  },
});
