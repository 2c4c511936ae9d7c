package dev.tegami.internal.mime;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Received field by its clauses (RFC 5321 section 4.4), which come in any order; of each the first one counts. */
public final class TraceLine {
    private static final Set<String> NAMES = Set.of("from", "by", "via", "with", "id", "for");
    /** No address is longer, and no clause that holds one is searched beyond this. */
    private static final int LONGEST_COMMENT = 2000;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w.:])(?:IPv6:)?((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-f]{0,4}:[0-9a-f]{0,4}:[0-9a-f:.]{0,40})(?![\\w.])",
            Pattern.CASE_INSENSITIVE);

    private final String value;
    private final Map<String, String> clauses = new HashMap<>();
    private final StringBuilder fromComments = new StringBuilder();
    private final Optional<OffsetDateTime> date;

    private TraceLine(String value) {
        StringBuilder clean = new StringBuilder(value.length());
        value.chars().forEach(c -> clean.append(c < ' ' ? ' ' : (char) c));
        this.value = clean.toString();
        int semicolon = lastSemicolon();
        date = Optional.ofNullable(semicolon < 0 ? null : Dates.parse(this.value.substring(semicolon + 1)));
        clauses(semicolon < 0 ? this.value.length() : semicolon);
    }

    public static TraceLine of(String value) {
        return new TraceLine(value);
    }

    private int lastSemicolon() {
        int last = -1;
        int at = Comments.indexOf(value, ';', 0);
        while (at >= 0) {
            last = at;
            at = Comments.indexOf(value, ';', at + 1);
        }
        return last;
    }

    private void clauses(int end) {
        String name = "";
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < end) {
            char c = value.charAt(at);
            if (c == '(') {
                int close = Math.min(Comments.end(value, at), end);
                if (name.equals("from") || name.isEmpty()) {
                    comment(at, close);
                }
                at = close;
            } else if (c == ' ') {
                at++;
            } else {
                int stop = word(at, end);
                String word = value.substring(at, stop);
                String lower = Ascii.lower(word);
                if (NAMES.contains(lower) && !clauses.containsKey(lower) && !name.equals(lower)) {
                    clauses.putIfAbsent(name, text.toString());
                    name = lower;
                    text.setLength(0);
                } else {
                    text.append(text.length() == 0 ? "" : " ").append(word);
                }
                at = stop;
            }
        }
        clauses.putIfAbsent(name, text.toString());
    }

    private int word(int from, int end) {
        int at = from;
        while (at < end && value.charAt(at) != ' ' && value.charAt(at) != '(') {
            at++;
        }
        return at;
    }

    private void comment(int from, int to) {
        if (fromComments.length() < LONGEST_COMMENT) {
            fromComments
                    .append(value, from, Math.min(to, from + LONGEST_COMMENT))
                    .append(' ');
        }
    }

    /** All words of a clause. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(clauses.get(name)).filter(text -> !text.isEmpty());
    }

    /** The first word of a clause, without brackets around it and a comma behind. */
    public Optional<String> word(String name) {
        return text(name).map(TraceLine::firstWord).filter(word -> !word.isEmpty());
    }

    private static String firstWord(String text) {
        int blank = text.indexOf(' ');
        int end = blank < 0 ? text.length() : blank;
        end -= end > 1 && text.charAt(end - 1) == ',' ? 1 : 0;
        boolean bracketed = end > 2 && text.charAt(0) == '<' && text.charAt(end - 1) == '>';
        return bracketed ? text.substring(1, end - 1) : text.substring(0, end);
    }

    /** The address that the server saw: in the comments behind the name, or else the name itself. */
    public Optional<String> address() {
        return found(fromComments).or(() -> text("from").flatMap(TraceLine::found));
    }

    private static Optional<String> found(CharSequence text) {
        Matcher matcher = ADDRESS.matcher(text.subSequence(0, Math.min(text.length(), LONGEST_COMMENT)));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    public Optional<OffsetDateTime> date() {
        return date;
    }

    @Override
    public String toString() {
        return value;
    }
}
