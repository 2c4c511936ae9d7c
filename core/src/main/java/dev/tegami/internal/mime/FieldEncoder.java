package dev.tegami.internal.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes field bodies: unstructured text, phrases, and text whose grammar the caller has seen to. */
public final class FieldEncoder {
    /** Longer runs without a place to fold go into encoded words. */
    private static final int LONGEST_WORD = 300;

    private final Charset charset;
    private final boolean raw;

    private FieldEncoder(Charset charset, boolean raw) {
        this.charset = charset;
        this.raw = raw;
    }

    /** Encoded words in the charset, where it can express the text; else in UTF-8. */
    public static FieldEncoder of(Charset charset) {
        return new FieldEncoder(charset, false);
    }

    /** Raw UTF-8 (RFC 6532). */
    public static FieldEncoder utf8() {
        return new FieldEncoder(StandardCharsets.UTF_8, true);
    }

    public boolean isRaw() {
        return raw;
    }

    /** A whole field of unstructured text. */
    public byte[] text(String name, String value) {
        Folder folder = new Folder(name);
        unstructured(folder, value);
        return folder.octets();
    }

    /** A whole field of ready tokens; each goes on a new line where it does not fit. */
    public byte[] tokens(String name, List<String> tokens) {
        Folder folder = new Folder(name);
        for (String token : tokens) {
            folder.token(" ", token);
        }
        return folder.octets();
    }

    /** A whole field of structured US-ASCII text that may be folded at its blanks outside of quotes. */
    public byte[] structured(String name, String value) {
        Folder folder = new Folder(name);
        int n = value.length();
        int at = 0;
        String space = " ";
        while (at < n) {
            int end = at;
            while (end < n && value.charAt(end) != ' ' && value.charAt(end) != '\t') {
                end = value.charAt(end) == '"' ? Comments.endOfQuoted(value, end) : end + 1;
            }
            folder.token(space, value.substring(at, end));
            at = end;
            while (end < n && (value.charAt(end) == ' ' || value.charAt(end) == '\t')) {
                end++;
            }
            space = value.substring(at, end);
            at = end;
        }
        return folder.octets();
    }

    private void unstructured(Folder folder, String value) {
        int n = value.length();
        if (n == 0) {
            return;
        }
        if (isBlank(value.charAt(0)) || isBlank(value.charAt(n - 1))) {
            words(folder, value);
            return;
        }
        int at = 0;
        while (at < n) {
            int end = endOfWord(value, at);
            boolean encode = mustEncode(value, at, end);
            while (encode && end < n) {
                int nextEnd = endOfWord(value, end + 1);
                if (!mustEncode(value, end + 1, nextEnd)) {
                    break;
                }
                end = nextEnd;
            }
            if (encode) {
                words(folder, value.substring(at, end));
            } else {
                folder.token(" ", value.substring(at, end));
            }
            at = end + 1;
        }
    }

    /** A text as encoded words. */
    private void words(Folder folder, String text) {
        Charset usable = EncodedWordWriter.usable(charset, text);
        for (String word : EncodedWordWriter.words(usable, text, folder.room())) {
            folder.token(" ", word);
        }
    }

    /** A display name or other phrase as tokens to stand one behind the other. */
    public List<String> phrase(String text) {
        if (Atoms.isPhrase(text)) {
            return List.of(text);
        }
        boolean plain = raw ? Atoms.isPrintable(text) : Atoms.isPrintableAscii(text);
        if (plain && text.length() < LONGEST_WORD && text.indexOf("=?") < 0) {
            return List.of(Atoms.quote(text));
        }
        return EncodedWordWriter.words(EncodedWordWriter.usable(charset, text), text, 60);
    }

    private boolean mustEncode(String value, int from, int to) {
        if (to - from > LONGEST_WORD
                || (value.indexOf("=?", from) >= 0 && value.substring(from, to).contains("=?"))) {
            return true;
        }
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 127 || (c > 127 && !raw)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The end of a word: a blank that stands alone. Where others stand, some parsers would unfold to one blank. */
    private static int endOfWord(String value, int from) {
        int n = value.length();
        int at = from;
        while (at < n) {
            if (isBlank(value.charAt(at))) {
                int end = endOfBlank(value, at);
                if (end == at + 1 && value.charAt(at) == ' ') {
                    return at;
                }
                at = end;
            } else {
                at++;
            }
        }
        return n;
    }

    private static int endOfBlank(String value, int from) {
        int at = from;
        while (at < value.length() && isBlank(value.charAt(at))) {
            at++;
        }
        return at;
    }
}
