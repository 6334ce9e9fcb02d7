; Sales that are only on this computer would be lost to everybody who does not know of the data that stays
; behind: while the till's mark is there, the program is not taken away. An update leaves the data alone.
!macro customUnInit
  ${IfNot} ${isUpdated}
    SetShellVarContext current
    ${If} ${FileExists} "$APPDATA\Bela Beli\unsent"
      MessageBox MB_OK|MB_ICONSTOP "Masih ada transaksi yang belum terkirim ke pusat. Sambungkan komputer ini ke internet, buka kasir, dan tunggu sampai semua terkirim. Setelah itu aplikasi dapat dihapus." /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
!macroend
