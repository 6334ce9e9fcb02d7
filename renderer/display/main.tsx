import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../ui/tokens.css";
import "../ui/base.css";
import "./display.css";
import { connectDisplay } from "./display-store.ts";
import { DisplayApp } from "./display-app.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root element");

connectDisplay(window);
createRoot(root).render(
  <StrictMode>
    <DisplayApp />
  </StrictMode>,
);
