// So that `node scripts/verify-journal` starts it, wherever the folder was copied to.
void import("./main.mjs");
