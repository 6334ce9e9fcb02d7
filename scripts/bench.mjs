import { launch } from "./launch/launch.mjs";

launch("../bench/main.ts");
