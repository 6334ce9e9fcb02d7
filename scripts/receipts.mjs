import { launch } from "./launch/launch.mjs";

launch("receipts/main.ts");
