import { launch } from "./launch/launch.mjs";

launch("demo/run.ts");
