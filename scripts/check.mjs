import { launch } from "./launch/launch.mjs";

launch("check/main.ts");
