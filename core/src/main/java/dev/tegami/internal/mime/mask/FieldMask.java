package dev.tegami.internal.mime.mask;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.Encoding;
import dev.tegami.internal.mime.HeaderLines;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the words out of header fields; names of fields, structure, numbers of dates and encodings stay. */
final class FieldMask {
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]{1,60}\\?([BbQq])\\?([^?]{0,4000})\\?=");
    /** What the reading of a body depends on. */
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)(?<![\\w*-])(?:boundary|charset|format|delsp|type|protocol|micalg|report-type)(?:\\*\\d{0,9}\\*?)?\\s*+=\\s*+"
                    + "(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^;\\s]*+)");

    /** The charset of an extended parameter (RFC 2231). */
    private static final Pattern EXTENDED = Pattern.compile("\\*\\s*+=\\s*+\"?([\\w.-]{1,40})'");

    private static final Set<String> ANY_NUMBERED = KnownWords.withNumbers(KnownWords.ANY);
    private static final Set<String> TOKENS = Set.of("content-type", "content-disposition");
    private static final Set<String> STRUCTURED = Set.of(
            "content-type",
            "content-disposition",
            "content-transfer-encoding",
            "mime-version",
            "received",
            "precedence",
            "auto-submitted",
            "importance",
            "priority",
            "sensitivity",
            "x-msmail-priority",
            "reporting-mta",
            "original-recipient",
            "final-recipient",
            "remote-mta",
            "diagnostic-code",
            "action",
            "disposition",
            "feedback-type",
            "date",
            "resent-date",
            "arrival-date",
            "last-attempt-date",
            "will-retry-until");

    private final WordMask words;
    private final byte[] b;

    FieldMask(WordMask words, byte[] b) {
        this.words = words;
        this.b = b;
    }

    /** All fields of a header, and lines between them that are none. */
    void fields(int from, int to) {
        int at = from;
        while (at < to) {
            int end = lineEnd(at, to);
            int colon = HeaderLines.colon(b, at, end);
            while (end < to && (b[end] == ' ' || b[end] == '\t')) {
                end = lineEnd(end, to);
            }
            if (colon < 0) {
                junk(at, end);
            } else {
                field(at, colon, end);
            }
            at = end;
        }
    }

    private int lineEnd(int at, int to) {
        int end = at;
        while (end < to && b[end] != '\n') {
            end++;
        }
        return Math.min(to, end + 1);
    }

    private void junk(int at, int end) {
        String line = Ascii.latin1(b, at, Math.min(end, at + 6));
        boolean isMbox = line.startsWith("From ") || line.startsWith(">From ");
        words.mask(b, isMbox ? at + 5 : at, end, isMbox ? KnownWords.DATES : Set.of());
    }

    private void field(int at, int colon, int end) {
        String name = Ascii.lower(Ascii.latin1(b, at, colon).trim());
        if (!KnownWords.FIELDS.contains(name)) {
            words.mask(b, at, colon, KnownWords.STRUCTURE);
        }
        String value = Ascii.latin1(b, colon + 1, end);
        value(name, value, colon);
        boolean isDate = name.equals("date") && Dates.parse(value) != null;
        if (isDate && Dates.parse(Ascii.latin1(b, colon + 1, end)) == null) {
            // what could be read as a date in spite of its words
            System.arraycopy(value.getBytes(StandardCharsets.ISO_8859_1), 0, b, colon + 1, value.length());
        }
    }

    private void value(String name, String value, int colon) {
        Set<String> kept = kept(name);
        boolean[] fixed = new boolean[value.length()];
        if (name.equals("content-type")) {
            type(value, fixed);
        }
        if (TOKENS.contains(name)) {
            fixed(EXTENDED.matcher(value), fixed);
        }
        if (name.equals("content-transfer-encoding")) {
            encoding(value, fixed);
        }
        encodedWords(value, colon + 1, fixed);
        int start = 0;
        while (start < fixed.length) {
            int stop = start;
            while (stop < fixed.length && fixed[stop] == fixed[start]) {
                stop++;
            }
            if (!fixed[start]) {
                literal(colon + 1 + start, colon + 1 + stop, name, kept);
            }
            start = stop;
        }
    }

    private static Set<String> kept(String name) {
        if (KnownWords.NUMBERED.contains(name)) {
            return ANY_NUMBERED;
        }
        return STRUCTURED.contains(name) ? KnownWords.ANY : name.equals("subject") ? KnownWords.SUBJECTS : Set.of();
    }

    private void literal(int from, int to, String name, Set<String> kept) {
        if (TOKENS.contains(name)) {
            Escaped escaped = Escaped.of(b, from, to, '%');
            words.mask(escaped.octets, 0, escaped.size, kept);
            escaped.write();
        } else {
            words.mask(b, from, to, kept);
        }
    }

    /** The media type itself, and the parameters that reading depends on. */
    private static void type(String value, boolean[] fixed) {
        fixed(PARAMETER.matcher(value), fixed);
        int at = 0;
        while (at < value.length() && value.charAt(at) <= ' ') {
            at++;
        }
        int end = at;
        while (end < value.length() && value.charAt(end) > ' ' && ";=\"(,".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        fix(fixed, at, end);
    }

    /** An encoding that is known says nothing about anybody. */
    private static void encoding(String value, boolean[] fixed) {
        int at = 0;
        while (at < value.length() && value.charAt(at) <= ' ') {
            at++;
        }
        int end = at;
        while (end < value.length()
                && value.charAt(end) > ' '
                && value.charAt(end) != '('
                && value.charAt(end) != ';') {
            end++;
        }
        if (Encoding.of(value.substring(at, end)) != Encoding.UNKNOWN) {
            fix(fixed, at, end);
        }
    }

    private static void fixed(Matcher found, boolean[] fixed) {
        while (found.find()) {
            fix(fixed, found.start(1), found.end(1));
        }
    }

    private static void fix(boolean[] fixed, int from, int to) {
        for (int i = from; i < to; i++) {
            fixed[i] = true;
        }
    }

    private void encodedWords(String value, int offset, boolean[] fixed) {
        Matcher word = ENCODED_WORD.matcher(value);
        while (word.find()) {
            if (fixed[word.start()]) {
                continue;
            }
            int from = offset + word.start(2);
            int to = offset + word.end(2);
            if (Ascii.equalsIgnoreCase(word.group(1), "b")) {
                Digits digits = Digits.of(b, from, to);
                words.mask(digits.octets, 0, digits.octets.length);
                digits.write();
            } else {
                Escaped escaped = Escaped.of(b, from, to, '=');
                words.mask(escaped.octets, 0, escaped.size);
                escaped.write();
            }
            fix(fixed, word.start(), word.end());
        }
    }
}
