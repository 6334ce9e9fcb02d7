import { launch } from "./launch/launch.mjs";

launch("package/main.ts");
