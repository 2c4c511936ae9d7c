package dev.tegami.internal.mime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of MIME fields (RFC 2045 section 5.1) with their extended forms (RFC 2231): continuations, charsets, both
 * mixed, and the encoded words that some programs put there.
 */
public final class ParameterGrammar {
    private static final int LONGEST_NAME = 32;

    private static final Set<String> KNOWN = Set.of(
            "charset",
            "format",
            "delsp",
            "name",
            "filename",
            "boundary",
            "type",
            "method",
            "reply-type",
            "report-type",
            "protocol",
            "micalg",
            "smime-type",
            "size",
            "creation-date",
            "modification-date",
            "read-date");

    /** One {@code name*section*=value} as it stands. */
    private record Segment(int section, boolean extended, String value) {}

    private ParameterGrammar() {}

    /** Reads everything after the first semicolon; octets are given as Latin-1 characters. */
    public static Map<String, String> parse(String text) {
        Map<String, List<Segment>> found = new LinkedHashMap<>();
        walk(text, (name, value) -> add(found, name, value));
        Map<String, String> decoded = new LinkedHashMap<>();
        found.forEach((name, segments) -> decoded.put(name, decode(segments)));
        return decoded;
    }

    /** The value of the first plain parameter of that name (or its continuations), not decoded; null if there is none. */
    static @Nullable String raw(String text, String wanted) {
        First first = new First(wanted);
        walk(text, first);
        if (first.value != null || first.others.isEmpty()) {
            return first.value;
        }
        return decode(first.others);
    }

    /** Keeps the first plain value; sections only as long as there is none. */
    private static final class First implements Visitor {
        private final String wanted;
        private @Nullable String value;
        private List<Segment> others = List.of();

        First(String wanted) {
            this.wanted = wanted;
        }

        @Override
        public void visit(String name, String text) {
            if (value == null && name.startsWith(wanted)) {
                if (name.length() == wanted.length()) {
                    value = text;
                } else if (name.charAt(wanted.length()) == '*') {
                    Map<String, List<Segment>> one = new LinkedHashMap<>();
                    add(one, name, text);
                    List<Segment> more = new ArrayList<>(others);
                    one.values().forEach(more::addAll);
                    others = more;
                }
            }
        }
    }

    private interface Visitor {
        void visit(String name, String value);
    }

    private static void walk(String text, Visitor visitor) {
        int at = 0;
        int n = text.length();
        while (at < n) {
            at = Comments.skip(text, at);
            if (at < n && text.charAt(at) == ';') {
                at++;
                continue;
            }
            int nameStart = at;
            while (at < n && text.charAt(at) != '=' && text.charAt(at) != ';' && text.charAt(at) != '(') {
                at++;
            }
            int nameEnd = at;
            while (nameEnd > nameStart && text.charAt(nameEnd - 1) <= ' ') {
                nameEnd--;
            }
            String name = Ascii.lower(text.substring(nameStart, nameEnd));
            at = Comments.skip(text, at);
            if (at >= n || text.charAt(at) != '=') {
                continue;
            }
            at = Comments.skip(text, at + 1);
            int end = valueEnd(text, at);
            if (!name.isEmpty()) {
                visitor.visit(name, value(text, at, end));
            }
            at = end;
        }
    }

    private static int valueEnd(String text, int from) {
        int n = text.length();
        if (from < n && text.charAt(from) == '"') {
            return Comments.endOfQuoted(text, from);
        }
        int at = from;
        while (at < n && text.charAt(at) != ';') {
            if (text.charAt(at) == '(' && at > from && text.charAt(at - 1) <= ' ') {
                return at;
            }
            if (text.charAt(at) <= ' ') {
                int blank = at;
                while (at < n && text.charAt(at) <= ' ') {
                    at++;
                }
                if (isParameter(text, at)) {
                    return blank;
                }
                continue;
            }
            at++;
        }
        return at;
    }

    /** Whether a parameter that people know begins here, though no semicolon stood before it. */
    private static boolean isParameter(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST_NAME && isName(text.charAt(at))) {
            at++;
        }
        int equals = at;
        while (equals < text.length() && equals - at < LONGEST_NAME && text.charAt(equals) <= ' ') {
            equals++;
        }
        if (equals == text.length() || text.charAt(equals) != '=') {
            return false;
        }
        String name = Ascii.lower(text.substring(from, at));
        int star = name.indexOf('*');
        return KNOWN.contains(star < 0 ? name : name.substring(0, star));
    }

    private static boolean isName(char c) {
        return Ascii.isAlphanumeric(c) || c == '-' || c == '*';
    }

    private static String value(String text, int from, int to) {
        if (from < to && text.charAt(from) == '"') {
            String inner = Comments.unquote(text, from, to);
            return inner.indexOf('\n') < 0 ? inner : Unfold.text(inner);
        }
        String bare = text.substring(from, to);
        return (bare.indexOf('\n') < 0 ? bare : Unfold.text(bare)).trim();
    }

    private static void add(Map<String, List<Segment>> found, String name, String value) {
        boolean extended = name.endsWith("*");
        String base = extended ? name.substring(0, name.length() - 1) : name;
        int star = base.lastIndexOf('*');
        int section = -1;
        if (star >= 0) {
            section = number(base, star + 1);
            if (section >= 0) {
                base = base.substring(0, star);
            }
        }
        if (!base.isEmpty()) {
            found.computeIfAbsent(base, k -> new ArrayList<>(1)).add(new Segment(section, extended, value));
        }
    }

    private static int number(String text, int from) {
        int n = text.length();
        if (from == n || n - from > 6) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < n; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Prefers the extended form, then continuations, then the plain form (as RFC 6266 advises). */
    private static String decode(List<Segment> segments) {
        Segment plain = null;
        List<Segment> pieces = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.section >= 0) {
                pieces.add(segment);
            } else if (segment.extended) {
                return Rfc2231.decode(segment.value);
            } else if (plain == null) {
                plain = segment;
            }
        }
        if (plain != null && (pieces.isEmpty() || (pieces.get(0).section != 0 && !startsAtZero(pieces)))) {
            return EncodedWords.decode(plain.value);
        }
        return joined(pieces);
    }

    private static boolean startsAtZero(List<Segment> pieces) {
        for (Segment piece : pieces) {
            if (piece.section == 0) {
                return true;
            }
        }
        return false;
    }

    private static String joined(List<Segment> pieces) {
        pieces.sort((a, b) -> Integer.compare(a.section, b.section));
        Rfc2231 decoder = new Rfc2231();
        int last = -1;
        for (Segment piece : pieces) {
            if (piece.section != last) {
                decoder.add(piece.value, piece.extended);
            }
            last = piece.section;
        }
        return decoder.text();
    }
}
