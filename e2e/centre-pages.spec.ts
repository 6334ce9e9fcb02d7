import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { totpCode } from "../central/server/people/totp.ts";
import { SHOP } from "../central/server/testing/shop.ts";
import { TestTill } from "../central/server/testing/test-till.ts";
import { base32Decode } from "../shared/domain/text.ts";
import { complaintsOf, expectAccessible, openBrowser } from "./centre-pages/browser.ts";
import {
  type CentreWithSales,
  HEAD_LOGIN,
  startCentreWithSales,
} from "./centre-pages/centre-with-sales.ts";

const ADMIN_PASSWORD = "kuda baterai staples benar";
const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

let browser: Browser;
let shop: CentreWithSales;
let page: Page;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  browser = await openBrowser();
  shop = await startCentreWithSales(Date.now());
  page = await newPage();
});

test.afterAll(async () => {
  await browser.close();
  await shop.centre.close();
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ baseURL: shop.centre.url, locale: "id-ID" });
  return context.newPage();
}

/** A picture of the page, where a folder for them is named. */
async function shot(name: string): Promise<void> {
  const folder = process.env["CENTRE_SHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}

async function login(on: Page, username: string, password: string): Promise<void> {
  await on.getByRole("textbox", { name: "Nama pengguna" }).fill(username);
  await on.getByRole("textbox", { name: "Sandi" }).fill(password);
  await on.getByRole("button", { name: "Masuk" }).click();
}

async function fillNewPassword(on: Page, current: string, next: string): Promise<void> {
  await on.getByRole("textbox", { name: "Sandi awal" }).fill(current);
  await on.getByRole("textbox", { name: "Sandi baru", exact: true }).fill(next);
  await on.getByRole("textbox", { name: "Ulangi sandi baru" }).fill(next);
  await on.getByRole("button", { name: "Simpan sandi" }).click();
}

test("the one-time password opens nothing but the page that replaces it", async () => {
  const oneTime = shop.centre.centre.firstPassword ?? "";
  await page.goto("/penjualan");
  await expect(page.getByRole("heading", { name: "Masuk ke pusat" })).toBeVisible();
  await expectAccessible(page);
  await login(page, "admin", "salah sekali");
  await expect(page.getByRole("alert")).toHaveText("Nama pengguna atau sandi salah.");
  await login(page, "admin", oneTime);
  await expect(page.getByRole("heading", { name: "Buat sandi Anda sendiri" })).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Buat sandi Anda sendiri" })).toBeVisible();
  await expectAccessible(page);
});

test("a weak password is refused in words, a good one leads to the first page", async () => {
  const oneTime = shop.centre.centre.firstPassword ?? "";
  await fillNewPassword(page, oneTime, "aaaaaaaaaaaaaa");
  await expect(page.getByRole("alert")).toContainText("Sandi terlalu mudah ditebak");
  await fillNewPassword(page, oneTime, ADMIN_PASSWORD);
  await expect(page.getByText("1 dari 2 pegawai sudah memenuhi")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Dinas Uji" })).toBeVisible();
});

test("from the month one comes down to the person, the sale and its journal entry", async () => {
  await page.getByRole("link", { name: "Dinas Uji" }).click();
  await expect(page.getByRole("row", { name: /Contoh Satu.*Terpenuhi/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Contoh Dua.*Kurang Rp200\.000/ })).toBeVisible();
  await page.getByRole("link", { name: "Contoh Satu" }).click();
  await expect(page.getByText("Rp70.000 dari Rp50.000")).toBeVisible();
  await page.getByRole("link", { name: shop.sound.number }).click();
  await expect(page.getByRole("heading", { name: shop.sound.number })).toBeVisible();
  await expect(page.getByLabel("Isi catatan jurnal")).toHaveText(shop.sound.body);
  await expect(page.getByText("Tidak sah")).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: "Rantai jurnal" })).toContainText(
    "Sah",
  );
});

test("a sale the centre kept aside says why", async () => {
  await page.goto(`/penjualan/${shop.faulty.saleId}`);
  await expect(page.getByText("Jumlah rupiah dalam catatan tidak cocok.")).toBeVisible();
  await expect(
    page.getByText("Catatan ini asli, tetapi isinya belum diterima pusat."),
  ).toBeVisible();
  await page.goto("/pemeriksaan");
  const row = page.getByRole("row", { name: /Jumlah rupiah.*tidak cocok/ });
  await row.waitFor();
  await shot("quarantine");
  await row.getByRole("link", { name: "Penjualan" }).click();
  await expect(page.getByRole("heading", { name: shop.faulty.number })).toBeVisible();
});

test("a sale under a doubtful clock joins the month that a person confirms", async () => {
  await page.goto("/pemeriksaan");
  await page.getByRole("button", { name: /^Tetapkan bulan KB-01/ }).click();
  const dialog = page.getByRole("dialog", { name: "Tetapkan bulan penjualan" });
  await dialog.getByRole("textbox", { name: "Alasan" }).fill("Sesuai laporan Z galeri");
  await expectAccessible(page);
  await shot("period-decision");
  await dialog.getByRole("button", { name: "Hitung di bulan ini" }).click();
  await expect(page.getByText("Tidak ada bulan yang meragukan")).toBeVisible();
});

test("an entry kept aside is looked at, and sent back with a reason", async () => {
  await page.goto("/pemeriksaan");
  await page.getByRole("button", { name: /^Periksa catatan/ }).click();
  const dialog = page.getByRole("dialog", { name: /Penjualan, catatan/ });
  await expect(dialog).toContainText("Asli: isi, rantai, dan tanda tangannya cocok");
  await dialog.getByText("Isi catatan seperti ditulis mesin kasir").click();
  await expectAccessible(page);
  await shot("entry");
  await dialog.getByRole("button", { name: "Koreksi…" }).click();
  const correction = page.getByRole("dialog", { name: "Koreksi di pusat" });
  await expect(correction).toContainText("Jumlah menjadi Rp35.000");
  await expectAccessible(page);
  await shot("correction");
  await correction.getByRole("button", { name: "Kembali" }).click();
  await dialog.getByRole("button", { name: "Kembalikan" }).click();
  await expect(dialog).toContainText("Tulis alasannya, paling sedikit 5 huruf.");
  await dialog.getByRole("textbox", { name: "Alasan" }).fill("Struknya tidak ada di galeri");
  await dialog.getByRole("button", { name: "Kembalikan" }).click();
  await expect(page.getByText("Tidak ada catatan yang menunggu")).toBeVisible();
});

test("the filter of an office stands in its address and shapes the exported file", async () => {
  await page.goto(`/kantor/${SHOP.officeId}`);
  await page.getByRole("link", { name: "Kurang 1" }).click();
  await expect(page).toHaveURL(/status=kurang/);
  await page.reload();
  await expect(page.getByRole("row", { name: /Contoh/ })).toHaveCount(1);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Unduh CSV" }).click();
  const text = await readFile(await (await saving).path(), "utf8");
  expect(text).toContain("Contoh Dua;2993;");
  expect(text).not.toContain("Contoh Satu");
});

test("a till joins when its fingerprint was compared, and only then", async () => {
  await page.goto("/mesin-kasir");
  await page.getByRole("button", { name: "Daftarkan mesin kasir" }).click();
  await page.getByRole("textbox", { name: "Nomor mesin" }).fill("02");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Buat kode" }).click();
  const code = await page.locator(".enrol-code").innerText();
  await page.getByRole("button", { name: "Sudah saya catat" }).click();
  const till = new TestTill(shop.centre.url);
  const asked = await till.enrol(code);
  await page.getByRole("button", { name: "Periksa sidik kunci" }).click();
  const shown = await page.locator(".fingerprint").innerText();
  expect(asked.data).toEqual({ state: "PENDING", fingerprint: shown });
  await expect(page.getByRole("button", { name: "Terima mesin ini" })).toBeDisabled();
  await page.getByRole("checkbox", { name: /sama persis/ }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Terima mesin ini" }).click();
  await expect(page.getByRole("row", { name: /KB-02.*Belum pernah terhubung/ })).toBeVisible();
  expect((await till.enrol(code)).data).toMatchObject({ state: "ISSUED" });
});

test("an employee's card that a till bound is decided on by a second person", async () => {
  await page.goto("/kartu");
  const waiting = page.getByRole("region", { name: "Menunggu persetujuan" });
  await waiting.getByRole("button", { name: "Kartu Contoh Dua, periksa" }).click();
  const dialog = page.getByRole("dialog", { name: "Apakah kartu ini miliknya?" });
  await expect(dialog).toContainText("oleh Kasir Uji, disetujui Penyelia Uji");
  await dialog.getByRole("button", { name: "Tolak" }).click();
  await expect(dialog).toContainText("Tulis alasannya, paling sedikit 5 huruf.");
  await expectAccessible(page);
  await shot("card-decision");
  await dialog.getByRole("button", { name: "Setujui" }).click();
  const decided = page.getByRole("region", { name: "Sudah diputuskan" });
  await expect(decided.getByRole("row", { name: /Contoh Dua.*Disetujui/ })).toBeVisible();
  await expect(waiting).toContainText("Tidak ada kartu yang menunggu");
  await shot("cards");
});

for (const size of SIZES) {
  test(`every page is sound for axe and the content policy at ${size.width} pixels`, async () => {
    test.setTimeout(120_000);
    const complaints = complaintsOf(page);
    await page.setViewportSize(size);
    const office = `/kantor/${SHOP.officeId}`;
    const pages = [
      ["/", "Perangkat daerah"],
      [office, "Dinas Uji"],
      [`${office}/pegawai/${SHOP.personId}`, "Contoh Satu"],
      ["/penjualan", /^Penjualan \d/],
      [`/penjualan/${shop.sound.saleId}`, "Catatan jurnal"],
      ["/mesin-kasir", "Terdaftar"],
      ["/pemeriksaan", "Menunggu pemeriksaan"],
      ["/kartu", "Kartu pegawai"],
      ["/akun", "Akun saya"],
      ["/tidak-ada", "Halaman tidak ditemukan"],
    ] as const;
    for (const [path, heading] of pages) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
      await expect(page.getByRole("status", { name: "Sedang memuat" })).toHaveCount(0);
      await expectAccessible(page);
    }
    expect(complaints).toEqual([]);
  });
}

test("a till that still sells is replaced only after its consequence was read", async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto("/mesin-kasir");
  await page.getByRole("button", { name: "Daftarkan mesin kasir" }).click();
  const dialog = page.getByRole("dialog", { name: "Daftarkan mesin kasir" });
  await dialog.getByRole("textbox", { name: "Nomor mesin" }).fill("03");
  const replaced = dialog.getByRole("combobox", { name: "Menggantikan kasir" });
  await expect(replaced.getByRole("option")).toHaveText([
    "Tidak ada, ini mesin tambahan",
    "KB-01, masih aktif",
  ]);
  await replaced.selectOption("KB-01, masih aktif");
  await expectAccessible(page);
  await shot("replace-form");
  await dialog.getByRole("button", { name: "Lanjut" }).click();
  await expect(dialog).toContainText("menunggu di halaman Pemeriksaan");
  await expectAccessible(page);
  await shot("replace-active");
  await dialog.getByRole("button", { name: "Kembali" }).click();
  await expect(replaced).toHaveValue(/./);
  await dialog.getByRole("button", { name: "Tutup" }).click();
});

test("a till is asked for a new key, and its dialog says so", async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto("/mesin-kasir");
  await page.getByRole("link", { name: "KB-01" }).click();
  const whole = page.getByRole("dialog", { name: /^KB-01/ });
  await whole.getByRole("button", { name: "Minta ganti kunci…" }).click();
  const dialog = page.getByRole("dialog", { name: "Minta ganti kunci KB-01" });
  await expectAccessible(page);
  await shot("ask-key");
  await dialog.getByRole("button", { name: "Minta ganti kunci" }).click();
  await page.getByRole("link", { name: "KB-01" }).click();
  await expect(whole).toContainText("menunggu penyelia");
  await expect(whole.getByRole("button", { name: "Minta ganti kunci…" })).toHaveCount(0);
  await shot("key-asked");
});

test("a till is revoked only after its consequence was read and a reason given", async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto("/mesin-kasir");
  await shot("tills");
  await page.getByRole("link", { name: "KB-01" }).click();
  const whole = page.getByRole("dialog", { name: /^KB-01/ });
  await expect(whole).toContainText("Urutan jurnal");
  await expectAccessible(page);
  await shot("till");
  await whole.getByRole("button", { name: "Cabut izin…" }).click();
  const dialog = page.getByRole("dialog", { name: "Cabut izin KB-01" });
  await dialog.getByRole("textbox", { name: "Alasan" }).fill("Mesin hilang dari galeri");
  await dialog.getByRole("checkbox").check();
  await expectAccessible(page);
  await shot("revoke");
  await dialog.getByRole("button", { name: "Cabut izin" }).click();
  await expect(page.getByRole("row", { name: /KB-01.*Izin dicabut/ })).toBeVisible();
});

test("a new till takes the place of one that was lost, as all dialogs say", async () => {
  await page.getByRole("button", { name: "Daftarkan mesin kasir" }).click();
  await page.getByRole("textbox", { name: "Nomor mesin" }).fill("03");
  await page
    .getByRole("combobox", { name: "Menggantikan kasir" })
    .selectOption("KB-01, izinnya dicabut");
  await page.getByRole("button", { name: "Buat kode" }).click();
  const code = await page.locator(".enrol-code").innerText();
  await page.getByRole("button", { name: "Sudah saya catat" }).click();
  const till = new TestTill(shop.centre.url);
  await till.enrol(code);
  await expect(page.getByRole("listitem").filter({ hasText: "menggantikan KB-01" })).toBeVisible();
  await page.getByRole("button", { name: "Periksa sidik kunci" }).click();
  await expect(page.getByRole("dialog")).toContainText("Galeri Uji · 03, pengganti KB-01 yang");
  await page.getByRole("checkbox", { name: /sama persis/ }).check();
  await expectAccessible(page);
  await shot("replace-decide");
  await page.getByRole("button", { name: "Terima mesin ini" }).click();
  await page.getByRole("link", { name: "KB-01" }).click();
  await expect(page.getByRole("dialog", { name: /^KB-01/ })).toContainText("Dilanjutkan olehKB-03");
  await page.getByRole("button", { name: "Tutup" }).click();
});

test("a past month is locked after its consequence was read", async () => {
  await page.goto("/?bulan=2026-01");
  await page.getByRole("button", { name: "Kunci Januari 2026" }).click();
  const dialog = page.getByRole("dialog", { name: "Kunci Januari 2026" });
  await expectAccessible(page);
  await shot("month-lock");
  await dialog.getByRole("button", { name: "Kunci Januari 2026" }).click();
  await expect(page.getByText(/Laporan Januari 2026 final, dikunci .* oleh/)).toBeVisible();
});

test("a head of office sees the own office and no other", async () => {
  const own = await newPage();
  await own.goto("/");
  await login(own, HEAD_LOGIN.username, HEAD_LOGIN.password);
  await expect(own.getByRole("heading", { name: "Dinas Uji" })).toBeVisible();
  await expect(own.getByRole("link", { name: "Kantor saya" })).toBeVisible();
  await expect(own.getByRole("link", { name: "Mesin kasir" })).toHaveCount(0);
  await own.goto(`/kantor/${SHOP.otherOfficeId}`);
  await expect(own.getByRole("alert")).toContainText("Anda tidak berwenang");
  await own.context().close();
});

test("with an authenticator the password alone no longer opens the centre", async () => {
  const own = await newPage();
  await own.goto("/akun");
  await login(own, HEAD_LOGIN.username, HEAD_LOGIN.password);
  await own.getByRole("button", { name: "Pasang autentikator" }).click();
  const shown = await own.locator(".account-secret").innerText();
  const secret = base32Decode(shown.replaceAll(" ", "")) ?? new Uint8Array();
  const step = Math.floor(Date.now() / 30_000);
  await expect(own.getByRole("img", { name: /Kode QR/ })).toBeVisible();
  await expectAccessible(own);
  await own.getByRole("textbox", { name: "Enam angka" }).fill(totpCode(secret, step));
  await own.getByRole("button", { name: "Nyalakan" }).click();
  await expect(own.getByText("Autentikator terpasang")).toBeVisible();
  await own.getByRole("button", { name: /^Akun/ }).click();
  await own.getByRole("button", { name: "Keluar" }).click();
  await login(own, HEAD_LOGIN.username, HEAD_LOGIN.password);
  await expect(own.getByRole("alert")).toContainText("6 angka");
  // A code is good once, and the next one already is.
  await own.getByRole("textbox", { name: "Angka autentikator" }).fill(totpCode(secret, step + 1));
  await own.getByRole("button", { name: "Masuk" }).click();
  await expect(own.getByRole("heading", { name: "Dinas Uji" })).toBeVisible();
  await own.context().close();
});

test("who has logged out is asked to log in, and led back to the same page", async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto("/");
  await page.getByRole("button", { name: /Akun/ }).click();
  await page.getByRole("button", { name: "Keluar" }).click();
  await expect(page).toHaveURL(/\/masuk/);
  await page.goto("/mesin-kasir");
  await login(page, "admin", ADMIN_PASSWORD);
  await expect(page).toHaveURL(/\/mesin-kasir$/);
});
