package dev.tegami.internal.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Charsets by the names that mail uses for them. */
public final class Charsets {
    private static final Map<String, String> ALIASES = new HashMap<>();

    static {
        alias("utf-8", "utf8", "utf", "unicode-1-1-utf-8", "x-utf-8", "x-unicode-2-0-utf-8", "cp65001", "utf8mb4");
        alias("us-ascii", "ascii", "usascii", "x-ascii", "ansi_x3.4-1986");
        alias("iso-8859-1", "latin-1", "8859-1", "iso8859_1", "iso-8859", "x-latin1");
        alias("windows-1250", "x-cp1250", "cp-1250");
        alias("windows-1251", "x-cp1251", "cp-1251", "win-1251", "win1251");
        alias("windows-1252", "x-cp1252", "cp-1252", "win-1252", "ansi", "x-ansi");
        alias("windows-1254", "x-cp1254", "cp-1254");
        alias("windows-874", "x-windows-874", "cp874", "dos-874");
        alias(
                "windows-31j",
                "shift_jis",
                "shift-jis",
                "sjis",
                "csshiftjis",
                "ms_kanji",
                "cp932",
                "x-sjis",
                "x-ms-cp932",
                "ms932",
                "x-shift-jis",
                "x-cp932",
                "windows31j",
                "ms-kanji");
        alias("euc-jp", "cp51932", "x-euc", "x-euc-jp", "x-eucjp", "eucjp", "ujis");
        alias(
                "x-windows-949",
                "ks_c_5601-1987",
                "ks_c_5601-1989",
                "ks_c_5601",
                "ksc5601",
                "ksc_5601",
                "korean",
                "cp949",
                "uhc",
                "windows-949",
                "euc-kr",
                "euckr",
                "iso-ir-149",
                "x-euc-kr",
                "ksc-5601",
                "ks-c-5601-1987");
        alias(
                "gb18030",
                "gb2312",
                "gbk",
                "gb_2312-80",
                "x-gbk",
                "cp936",
                "chinese",
                "csgb2312",
                "x-gb",
                "euc-cn",
                "gb-2312",
                "x-gb2312",
                "x-euc-cn");
        alias("big5-hkscs", "big5", "big5hk", "cn-big5", "x-x-big5", "x-big5", "big-5", "cp950");
        alias("iso-2022-jp", "jis", "iso2022jp", "iso-2022jp", "csiso2022jp", "x-iso2022jp", "x-iso-2022-jp", "junet");
        alias("iso-2022-jp-2", "iso-2022-jp-1", "iso2022jp2", "csiso2022jp2");
        alias("x-windows-50221", "iso-2022-jp-ms", "cp50220", "cp50221", "cp50222");
        alias("koi8-r", "koi8r", "koi-8-r", "koi8");
        alias("macintosh", "x-mac-roman", "mac", "x-macroman");
        ALIASES.put("macintosh", "x-MacRoman");
        alias("x-maccyrillic", "x-mac-cyrillic");
        alias("iso-8859-8", "iso-8859-8-i", "iso-8859-8-e", "iso-8859-8i", "logical");
    }

    private Charsets() {}

    private static void alias(String charset, String... names) {
        for (String name : names) {
            ALIASES.put(name, charset);
        }
    }

    /** The charset of that name, or null if there is none. */
    public static @Nullable Charset find(String name) {
        if (name.equalsIgnoreCase("utf-8")) {
            return StandardCharsets.UTF_8;
        }
        String clean = clean(name);
        String known = ALIASES.getOrDefault(clean, clean);
        if (known.startsWith("utf-7") || known.equals("unicode-1-1-utf-7")) {
            return Utf7.CHARSET;
        }
        if (known.equals("hz-gb-2312") || known.equals("hz") || known.equals("hz-gb")) {
            return Hz.CHARSET;
        }
        try {
            return known.isEmpty() ? null : Charset.forName(known);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static String clean(String name) {
        String clean = Ascii.lower(name.trim());
        while (!clean.isEmpty() && "\"'".indexOf(clean.charAt(0)) >= 0) {
            clean = clean.substring(1);
        }
        while (!clean.isEmpty() && "\"';,".indexOf(clean.charAt(clean.length() - 1)) >= 0) {
            clean = clean.substring(0, clean.length() - 1);
        }
        return clean.replace(' ', '-');
    }

    /**
     * Whether a reader, who may take a name for a wider charset, gets the same text back. Where escapes switch between
     * sets, a control character of the text can be one.
     */
    public static boolean canExpress(Charset charset, String text) {
        if (!charset.canEncode() || !charset.newEncoder().canEncode(text)) {
            return false;
        }
        Charset read = find(charset.name());
        return read != null
                && (charset.equals(StandardCharsets.UTF_8) || new String(text.getBytes(charset), read).equals(text));
    }

    /** Decodes; damaged sequences become U+FFFD. */
    public static String decode(Charset charset, byte[] b, int from, int to) {
        return charset.equals(StandardCharsets.UTF_8)
                ? Utf8.decode(b, from, to)
                : new String(b, from, to - from, charset);
    }

    /** Decodes octets that name no charset: UTF-8 where they are, else Windows-1252, the field's usual culprit. */
    public static String guess(byte[] b, int from, int to) {
        if (isAscii(b, from, to)) {
            return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
        }
        String text = Utf8.decode(b, from, to);
        if (text.indexOf('\uFFFD') < 0 || isUtf8(b, from, to)) {
            return text;
        }
        Charset fallback = find("windows-1252");
        return new String(b, from, to - from, fallback == null ? StandardCharsets.ISO_8859_1 : fallback);
    }

    private static boolean isUtf8(byte[] b, int from, int to) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(b, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isAscii(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
