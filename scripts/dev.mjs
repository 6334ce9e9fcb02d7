import { launch } from "./launch/launch.mjs";

launch("dev/main.ts");
