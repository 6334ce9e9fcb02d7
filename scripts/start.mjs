import { launch } from "./launch/launch.mjs";

launch("start/main.ts");
