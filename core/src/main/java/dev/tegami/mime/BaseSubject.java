package dev.tegami.mime;

/**
 * A subject without the marks of answers, forwards and lists (RFC 5256 section 2.1), by which servers sort and thread.
 * Immutable; made in time linear in the subject's length.
 *
 * <pre>{@code
 * BaseSubject base = BaseSubject.of("[board] Re: Minutes"); // "Minutes", an answer
 * }</pre>
 */
public final class BaseSubject {
    private static final String FORWARDED = "[fwd:";
    private static final String TRAILER = "(fwd)";

    private final String text;
    private int from;
    private int to;
    private boolean isReply;

    private BaseSubject(String text) {
        this.text = text;
        this.to = text.length();
    }

    /**
     * Takes the marks off a subject.
     *
     * @param subject the subject, decoded
     * @return what is left
     */
    public static BaseSubject of(String subject) {
        BaseSubject base = new BaseSubject(oneBlank(subject));
        do {
            base.trailers();
            base.leaders();
        } while (base.forwarded());
        return base;
    }

    /**
     * Gives what is left. Letters keep their case; compare without regard to it.
     *
     * @return the base subject, perhaps empty
     */
    public String text() {
        return text.substring(from, to);
    }

    /**
     * Tells whether a mark of an answer or a forward was there; the label of a list is none.
     *
     * @return true for an answer or a forward
     */
    public boolean isReply() {
        return isReply;
    }

    /** Gives what is left. */
    @Override
    public String toString() {
        return text();
    }

    private static String oneBlank(String subject) {
        StringBuilder out = new StringBuilder(subject.length());
        for (int i = 0; i < subject.length(); i++) {
            char c = subject.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
            if (!blank) {
                out.append(c);
            } else if (out.length() == 0 || out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private void trailers() {
        boolean more = true;
        while (more) {
            if (to > from && text.charAt(to - 1) == ' ') {
                to--;
            } else if (to - TRAILER.length() >= from && is(TRAILER, to - TRAILER.length())) {
                to -= TRAILER.length();
                isReply = true;
            } else {
                more = false;
            }
        }
    }

    private boolean is(String word, int at) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    /** Marks go with the blobs before them; blobs alone go as long as something is left. */
    private void leaders() {
        boolean more = true;
        while (more) {
            int last = blanks(from);
            int at = last;
            int next = blob(at);
            while (next > at) {
                last = at;
                at = next;
                next = blob(at);
            }
            int end = mark(at);
            more = end > at;
            isReply |= more;
            from = more ? end : at < to ? at : last;
        }
    }

    private int blanks(int at) {
        int end = at;
        while (end < to && text.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    /** The end of what stands in brackets there, or the place itself. */
    private int blob(int at) {
        if (at >= to || text.charAt(at) != '[') {
            return at;
        }
        int end = at + 1;
        while (end < to && text.charAt(end) != ']' && text.charAt(end) != '[') {
            end++;
        }
        return end < to && text.charAt(end) == ']' ? blanks(end + 1) : at;
    }

    /** The end of {@code re:}, {@code fw:} or {@code fwd:}, perhaps with brackets before the colon, or the place itself. */
    private int mark(int at) {
        int word = is("re", at) ? 2 : is("fwd", at) ? 3 : is("fw", at) ? 2 : 0;
        int end = blob(blanks(at + word));
        return word > 0 && end < to && text.charAt(end) == ':' ? end + 1 : at;
    }

    private boolean forwarded() {
        if (to - from <= FORWARDED.length() || !is(FORWARDED, from) || text.charAt(to - 1) != ']') {
            return false;
        }
        from += FORWARDED.length();
        to--;
        isReply = true;
        return true;
    }
}
