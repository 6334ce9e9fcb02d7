import { launch } from "./launch/launch.mjs";

launch("test/main.ts");
