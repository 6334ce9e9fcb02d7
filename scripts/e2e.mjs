import { launch } from "./launch/launch.mjs";

launch("e2e/main.ts");
