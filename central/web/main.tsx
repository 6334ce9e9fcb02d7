import "./theme/global.css";
import "@mantine/core/styles.layer.css";
import "@fontsource-variable/plus-jakarta-sans/wght.css";
import "./theme/print.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { CentreProvider, createCentre } from "./client/centre.ts";
import { createPages } from "./routing/router.tsx";
import { theme } from "./theme/theme.ts";
import { themeSheet } from "./theme/theme-sheet.ts";

document.adoptedStyleSheets.push(themeSheet(theme));

const { queryClient, client, centre } = createCentre(() => {
  queryClient.setQueryData(centre.session.me.queryKey(), null);
  void pages.invalidate();
});
const pages = createPages({ queryClient, centre, nowMs: () => Date.now() });

const host = document.getElementById("app");
if (host === null) throw new Error("index.html lacks #app");
createRoot(host).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <CentreProvider trpcClient={client} queryClient={queryClient}>
          <RouterProvider router={pages} />
        </CentreProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
