import { launch } from "./launch/launch.mjs";

launch("doctor/main.ts");
