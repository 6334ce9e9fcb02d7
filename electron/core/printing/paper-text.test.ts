import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascii, field, row, wrap, wrapCentred } from "./paper-text.ts";

describe("text for paper", () => {
  it("keeps letters that other alphabets decorate", () => {
    expect(ascii("Né’imah “Café” – ½ kg ×2…")).toBe('Ne\'imah "Cafe" - 1/2 kg x2...');
  });

  it("turns blanks of every kind into one", () => {
    expect(ascii(" Rp\u00a050.000 \t\n x ")).toBe("Rp 50.000 x");
  });

  it("lets no byte of a name become a printer command", () => {
    expect(ascii("Tahu\u001b@\u001dV\u0000 \u0010\u0004\u0001 enak\u007f")).toBe("Tahu @ V enak");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(ascii(text)).toMatch(/^[ -~]*$/);
      }),
    );
  });

  it("never writes past the edge and loses no word", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(32, 42, 48), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(ascii(text).replaceAll(" ", ""));
        for (const line of wrapCentred(text, width)) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("breaks between words, and centres lines of like length", () => {
    expect(wrap("Kain Batik Tulis Motif Manggur", 20)).toEqual([
      "Kain Batik Tulis",
      "Motif Manggur",
    ]);
    expect(wrapCentred("satu dua tiga empat lima", 20)).toEqual([
      "   satu dua tiga",
      "     empat lima",
    ]);
  });

  it("keeps a number and its unit on one line", () => {
    expect(wrap("Kain Batik Motif Manggur 2 m", 26)).toEqual(["Kain Batik Motif Manggur", "2 m"]);
    expect(wrap("Jalan Panglima Sudirman No. 1, Kraksaan", 27)).toEqual([
      "Jalan Panglima Sudirman",
      "No. 1, Kraksaan",
    ]);
  });

  it("keeps an amount whole, at the edge, and apart from what stands left", () => {
    expect(row({ left: "1 x Rp3.500", amount: "Rp3.500" }, 32, 2)).toEqual([
      "  1 x Rp3.500            Rp3.500",
    ]);
    expect(row({ left: "9999 x Rp1.000.000.000", amount: "Rp9.999.000.000.000" }, 32)).toEqual([
      "9999 x Rp1.000.000.000",
      "             Rp9.999.000.000.000",
    ]);
    expect(row({ left: "", amount: "Rp0" }, 32)).toEqual(["Rp0".padStart(32)]);
  });

  it("puts long values under each other, and what cannot be split on its own line", () => {
    expect(
      field({ label: "Kasir", value: "Rina Kusumawati Hidayati Setyaningsih" }, 32, 7),
    ).toEqual(["Kasir  Rina Kusumawati Hidayati", "       Setyaningsih"]);
    expect(field({ label: "Nomor", value: "GDKP-01-261122-123456789012" }, 32, 7)).toEqual([
      "Nomor",
      "  GDKP-01-261122-123456789012",
    ]);
  });
});
