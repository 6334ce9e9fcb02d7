import { launch } from "./launch/launch.mjs";

launch("inspect/main.ts");
