package dev.tegami.internal.mime;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Charsets by the numbers that Windows has for them. */
public final class CodePages {
    private CodePages() {}

    /** The charset of that number, or null if this Java has none. */
    public static @Nullable Charset find(int codePage) {
        String name =
                switch (codePage) {
                    case 1200 -> "utf-16le";
                    case 1201 -> "utf-16be";
                    case 10000 -> "macintosh";
                    case 20127 -> "us-ascii";
                    case 20866 -> "koi8-r";
                    case 21866 -> "koi8-u";
                    case 20932, 51932 -> "euc-jp";
                    case 50220, 50221, 50222 -> "iso-2022-jp";
                    case 50225 -> "iso-2022-kr";
                    case 51936 -> "gb2312";
                    case 51949 -> "euc-kr";
                    case 52936 -> "hz-gb-2312";
                    case 54936 -> "gb18030";
                    case 65000 -> "utf-7";
                    case 65001 -> "utf-8";
                    case 932 -> "shift_jis";
                    case 936 -> "gbk";
                    case 949 -> "ks_c_5601-1987";
                    case 950 -> "big5";
                    default -> family(codePage);
                };
        return Charsets.find(name);
    }

    private static String family(int codePage) {
        if (codePage > 28590 && codePage <= 28605) {
            return "iso-8859-" + (codePage - 28590);
        }
        return ((codePage >= 1250 && codePage <= 1258) || codePage == 874 ? "windows-" : "cp") + codePage;
    }
}
