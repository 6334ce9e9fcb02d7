import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/controls.css";
import "../ui/dialog.css";
import { App } from "./app.tsx";
import { connectTill } from "./store/connect.ts";
import { swallowStrayPresses } from "./stray-presses.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root element");

swallowStrayPresses(window);
connectTill(window);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
