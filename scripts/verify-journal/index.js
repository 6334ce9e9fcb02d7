// So that `node scripts/verify-journal` starts it, wherever the folder was copied to.
import("./main.mjs");
