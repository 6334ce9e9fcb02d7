import { inLanguages } from "./language.ts";

/** Where people get stuck: each with what to try, the likeliest first. */
export const helpTopics = inLanguages(
  {
    printer: {
      title: "Struk tidak keluar",
      steps: [
        "Lihat printernya: menyala, kertas ada, tutup rapat, kabel terpasang.",
        "Tekan Cetak uji. Bila halaman uji keluar, cetakan yang menunggu menyusul sendiri.",
        "Huruf terpotong di tepi? Ubah lebar kertas menurut garis di halaman uji.",
        "Penjualan tetap tersimpan. Struk dapat dicetak lagi dari Riwayat (F8), atau tampilkan QR-nya kepada pembeli.",
      ],
    },
    qris: {
      title: "Memasang QRIS galeri",
      steps: [
        "Pakai kode statis dari stiker galeri, bukan kode dari aplikasi pembeli.",
        "Bandingkan nama pedagang, kota dan NMID dengan stikernya. Ada yang berbeda? Jangan dipasang.",
        "Pemindai menolak kodenya? Salin teks kode (diawali 000201) dari penyedia, lalu tempel.",
        "Hanya penyelia yang dapat memasang, sebab ke situlah uang pembeli masuk.",
      ],
    },
    count: {
      title: "Menghitung uang di laci",
      steps: [
        "Hitung lembar dan keping yang ada, lalu isi jumlahnya. Kasir menjumlahkan sendiri.",
        "Jumlah yang seharusnya sengaja baru tampil sesudah dihitung, supaya hitungannya jujur.",
        "Uang modal ikut dihitung. Struk QRIS, transfer dan kartu tidak.",
        "Ternyata berbeda? Hitung sekali lagi. Bila tetap, pilih sebabnya; selisih dicatat, kas tetap dapat ditutup.",
      ],
    },
    return: {
      title: "Cara menerima retur",
      steps: [
        "Pilih barang dan jumlah yang kembali, keadaannya, lalu alasannya. Barang yang rusak tidak masuk stok jual.",
        "Uang kembali sebesar yang dibayar, setelah potongan.",
        "Setiap retur perlu kartu atau PIN penyelia, untuk jumlah itu saja.",
        "Capaian bulan ASN berkurang sebesar retur. Salah ketik di penjualan tadi? Pakai Batalkan, selama kas belum ditutup.",
      ],
    },
    enrolment: {
      title: "Pendaftaran kasir",
      steps: [
        "Alamat pusat dan kode pendaftaran diberikan admin pusat. Kode berlaku 24 jam dan dipakai sekali.",
        "Kode ditolak? Periksa huruf yang mirip: 0 dan O, 1 dan I. Atau pindai kode QR-nya.",
        "Pusat tidak terjangkau? Periksa jaringan dan alamat yang diawali https://.",
        "Sidik kunci di kedua layar harus sama. Bila berbeda, minta admin menolak.",
      ],
    },
    card: {
      title: "Kartu atau NIP tidak dikenal",
      steps: [
        "Pegang kartu rata dan pindai lagi. Layar ponsel: naikkan terangnya.",
        "Belum bisa? Tekan F4 dan ketik NIP 18 angka, lalu cocokkan nama dengan kartunya.",
        "Pegawai baru mungkin belum ada di daftar. Penjualan tetap dapat disimpan dan dihitung setelah pusat mengenalinya.",
        "Jangan meminta NIK atau foto KTP: kasir tidak memakainya.",
      ],
    },
    offline: {
      title: "Tidak tersambung ke pusat",
      steps: [
        "Terus berjualan. Semua tersimpan di kasir ini dan dikirim sendiri begitu tersambung.",
        "Angka bulan ASN adalah keadaan saat terakhir tersambung, ditambah belanja di kasir ini.",
        "Periksa kabel jaringan atau Wi-Fi, lalu tekan Hubungi pusat sekarang.",
        "Sudah lebih dari 14 hari? Hubungi admin pusat: setelah 45 hari nama dan NIP dihapus dari kasir.",
      ],
    },
  },
  {
    printer: {
      title: "No receipt comes out",
      steps: [
        "Look at the printer: switched on, paper in, cover shut, cable plugged in.",
        "Press Print a test. If the page comes out, what is waiting follows by itself.",
        "Letters cut off at the edge? Change the paper's width by the lines on the test page.",
        "Sales are kept anyway. Print a receipt again from the history (F8), or show its QR to the buyer.",
      ],
    },
    qris: {
      title: "Setting the gallery's QRIS",
      steps: [
        "Use the static code of the gallery's sticker, not one from a buyer's app.",
        "Compare merchant, city and NMID with the sticker. If one differs, do not install it.",
        "Refused by the scanner? Copy the code's text (it begins with 000201) from the provider and paste it.",
        "Only a supervisor may set it: buyers' money goes there.",
      ],
    },
    count: {
      title: "Counting the drawer",
      steps: [
        "Count the notes and coins that are there and enter how many. The till adds them up.",
        "What should be there is shown only after counting, on purpose: so that the count is honest.",
        "Count the float too; not the slips of QRIS, transfers and cards.",
        "It differs? Count once more. If it stays, choose the reason; the difference is kept and the shift can be closed.",
      ],
    },
    return: {
      title: "How goods are returned",
      steps: [
        "Choose the goods and pieces that come back, their state, then the reason. Damaged goods are not for sale again.",
        "The buyer gets back what was paid, after discounts.",
        "Each return takes a supervisor's card or PIN, for that sum alone.",
        "The ASN's month falls by the return. Just a slip in the last sale? Void it while the shift is open.",
      ],
    },
    enrolment: {
      title: "Enrolling a till",
      steps: [
        "The centre's administrator gives you its address and a code. The code holds for 24 hours and works once.",
        "Code refused? Look for letters that are alike: 0 and O, 1 and I. Or scan its QR.",
        "Centre not reached? Check the network, and that the address begins with https://.",
        "The fingerprints on both screens must be the same. If not, ask the administrator to refuse.",
      ],
    },
    card: {
      title: "A card or NIP is not known",
      steps: [
        "Hold the card flat and scan again. On a telephone: make its screen brighter.",
        "Still not? Press F4, type the 18 digits of the NIP, and compare the name with the card.",
        "New staff may not be on the list yet. The sale can be stored and counts once the centre knows them.",
        "Do not ask for a NIK or a picture of the identity card: the till does not use them.",
      ],
    },
    offline: {
      title: "Not connected to the centre",
      steps: [
        "Go on selling. All is kept in this till and sent by itself once it is connected.",
        "An ASN's month is as of the last connection, plus what was bought at this till.",
        "Check the network cable or Wi-Fi, then press Call the centre now.",
        "For more than 14 days? Call the centre's administrator: after 45 days names and NIP leave the till.",
      ],
    },
  },
);
export type HelpTopic = keyof typeof helpTopics;

export const helpWords = inLanguages(
  {
    help: (title: string) => `Bantuan: ${title}`,
    topics: "Bantuan",
    understood: "Mengerti",
  },
  {
    help: (title: string) => `Help: ${title}`,
    topics: "Help",
    understood: "Understood",
  },
);
