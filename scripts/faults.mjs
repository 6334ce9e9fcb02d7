import { launch } from "./launch/launch.mjs";

launch("faults/main.ts");
