package dev.tegami.mime;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tegami.internal.mime.Charsets;
import dev.tegami.internal.mime.EncodedWords;
import dev.tegami.internal.mime.Flowed;
import dev.tegami.internal.mime.FlowedWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The ways of text: flowed lines, encoded words, charsets; each undoes what a plain loop of the test did. */
class TextFuzzTest {
    private static final List<String> CHARSETS = List.of(
            "utf-8",
            "iso-2022-jp",
            "gb18030",
            "big5",
            "euc-kr",
            "euc-jp",
            "ks_c_5601-1987",
            "windows-31j",
            "utf-16",
            "cp1252",
            "koi8-r",
            "iso-8859-15",
            "x-windows-50221");

    private static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(actual + " instead of " + expected);
        }
    }

    private static String latin1(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    @FuzzTest(maxDuration = "10m")
    void flowedTextReadsBackLineByLine(byte[] octets) {
        if (octets == null) {
            return;
        }
        String text =
                new String(octets, StandardCharsets.UTF_8).replace("\r", "").replace("\n", "\r\n");
        StringBuilder expected = new StringBuilder();
        for (String line : text.split("\r\n", -1)) {
            expected.append(read(line)).append("\r\n");
        }
        expected.setLength(expected.length() - 2);
        String flowed = FlowedWriter.write(text, false);
        same(expected.toString(), Flowed.decode(flowed, false));
        same(expected.toString(), Flowed.decode(FlowedWriter.write(text, true), true));
        for (String line : flowed.split("\r\n", -1)) {
            boolean quoted = line.startsWith(">");
            if (line.startsWith("From ") && !quoted) {
                throw new AssertionError("an mbox separator: " + line);
            }
            if (line.stripTrailing().length() > 78
                    && !quoted
                    && line.substring(3, 73).matches("\\p{ASCII}*[^ ] [^ ]\\p{ASCII}*")) {
                throw new AssertionError("too long: " + line);
            }
        }
        letters(text, Flowed.decode(text, true));
        letters(text, Flowed.decode(text, false));
    }

    /** A line as a reader has it: no blanks at its end, quote marks together, and one blank behind them. */
    private static String read(String line) {
        String rest = line;
        int depth = 0;
        while (rest.startsWith(">") || (depth > 0 && rest.startsWith(" >"))) {
            depth++;
            rest = rest.substring(rest.indexOf('>') + 1);
        }
        rest = depth > 0 && rest.startsWith(" ") ? rest.substring(1) : rest;
        String kept = rest.equals("-- ") ? rest : rest.replaceFirst(" +$", "");
        return ">".repeat(depth) + (depth > 0 && !kept.isEmpty() ? " " : "") + kept;
    }

    /** Joining lines takes nothing away but blanks, line ends and quote marks. */
    private static void letters(String text, String decoded) {
        same(text.replaceAll("[ >\r\n]", ""), decoded.replaceAll("[ >\r\n]", ""));
    }

    @FuzzTest(maxDuration = "10m")
    void encodedWordsGiveTheOctetsThatWereEncoded(byte[] octets) {
        if (octets == null) {
            return;
        }
        String free = EncodedWords.decode(latin1(octets));
        if (free.length() > 4 * octets.length) {
            throw new AssertionError(free.length() + " characters of " + octets.length);
        }
        String text = latin1(octets);
        String base64 = Base64.getEncoder().encodeToString(octets);
        same(text, EncodedWords.decode("=?ISO-8859-1?B?" + base64 + "?="));
        same(text, EncodedWords.decode("=?iso-8859-1*en?q?" + q(octets, 0, octets.length) + "?="));
        same("a " + text + " b", EncodedWords.decode("a =?iso-8859-1?b?" + base64 + "?= b"));
        int cut = octets.length == 0 ? 0 : (octets[0] & 0xFF) % octets.length;
        String apart = "=?utf-8?q?" + q(octets, 0, cut) + "?= \t=?utf-8?Q?" + q(octets, cut, octets.length) + "?=";
        same(Charsets.decode(StandardCharsets.UTF_8, octets, 0, octets.length), EncodedWords.decode(apart));
    }

    private static String q(byte[] octets, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = (char) (octets[i] & 0xFF);
            boolean plain = c > ' ' && c < 127 && c != '=' && c != '?' && c != '_';
            text.append(plain ? String.valueOf(c) : c == ' ' ? "_" : String.format("=%02x", (int) c));
        }
        return text.toString();
    }

    @FuzzTest(maxDuration = "10m")
    void everyCharsetReadsWhatItsEncoderWrote(byte[] octets) {
        if (octets == null || octets.length == 0) {
            return;
        }
        Charsets.find(latin1(octets));
        String text = new String(octets, 1, octets.length - 1, StandardCharsets.UTF_8);
        Charset charset = Charsets.find(CHARSETS.get((octets[0] & 0xFF) % CHARSETS.size()));
        if (charset == null) {
            throw new AssertionError("a charset every JDK has is missing");
        }
        Charsets.decode(charset, octets, 1, octets.length);
        if (Charsets.canExpress(charset, text)) {
            byte[] written = text.getBytes(charset);
            same(text, Charsets.decode(charset, written, 0, written.length));
        }
        byte[] seven = utf7(text).getBytes(StandardCharsets.US_ASCII);
        same(text, decode("utf-7", seven));
        decode("unicode-1-1-utf-7", octets);
        decode("hz-gb-2312", octets);
        byte[] hz = hz(text);
        if (hz.length > 0) {
            same(text, decode("hz-gb-2312", hz));
        }
        guess(octets);
    }

    private static void guess(byte[] octets) {
        String guessed = Charsets.guess(octets, 0, octets.length);
        String utf8 = new String(octets, StandardCharsets.UTF_8);
        if (Arrays.equals(utf8.getBytes(StandardCharsets.UTF_8), octets)) {
            same(utf8, guessed);
        } else {
            same(octets.length, guessed.length());
        }
    }

    private static String decode(String name, byte[] octets) {
        Charset charset = Charsets.find(name);
        if (charset == null) {
            throw new AssertionError(name + " is missing");
        }
        return Charsets.decode(charset, octets, 0, octets.length);
    }

    /** UTF-7 (RFC 2152) the plainest way: whatever is no letter, digit or blank is shifted by itself. */
    private static String utf7(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean direct = c < 128 && (Character.isLetterOrDigit(c) || c == ' ');
            byte[] unit = {(byte) (c >> 8), (byte) c};
            String shifted = Base64.getEncoder().withoutPadding().encodeToString(unit);
            out.append(direct ? String.valueOf(c) : c == '+' ? "+-" : "+" + shifted + "-");
        }
        return out.toString();
    }

    /** HZ (RFC 1843) the plainest way, or nothing if the text holds what GB 2312 does not. */
    private static byte[] hz(String text) {
        Charset gb = Charset.forName("GB2312");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte[] b = String.valueOf(c).getBytes(gb);
            if (c < 128) {
                out.append(c == '~' ? "~~" : String.valueOf(c));
            } else if (b.length == 2 && gb.newEncoder().canEncode(c)) {
                out.append("~{")
                        .append((char) (b[0] & 0x7F))
                        .append((char) (b[1] & 0x7F))
                        .append("~}");
            } else {
                return new byte[0];
            }
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
