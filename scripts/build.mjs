import { launch } from "./launch/launch.mjs";

launch("build/main.ts");
