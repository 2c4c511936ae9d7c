package dev.tegami.imap;

import java.util.Locale;

/**
 * A subject without what replies, forwards and lists put around it (RFC 5256 §2.1).
 *
 * @param text the rest, in lower case, for comparing
 * @param isReply whether something was there that replies and forwards put
 */
record BaseSubject(String text, boolean isReply) {
    private static final int LONGEST = 1_000;

    static BaseSubject of(String subject) {
        String plain = subject.replaceAll("[\\s\\p{Z}]+", " ");
        Cutter cutter = new Cutter(plain.substring(0, Math.min(plain.length(), LONGEST)));
        cutter.run();
        return new BaseSubject(cutter.rest().toLowerCase(Locale.ROOT), cutter.isReply);
    }

    /** Moves both ends of a subject inwards. */
    private static final class Cutter {
        private final String text;
        private int from;
        private int to;
        private boolean isReply;

        Cutter(String text) {
            this.text = text;
            this.to = text.length();
        }

        String rest() {
            return text.substring(from, to);
        }

        void run() {
            do {
                trailers();
                while (leader() || blob()) {
                    // until nothing more goes
                }
            } while (forwarded());
        }

        private void trailers() {
            while (to > from) {
                if (text.charAt(to - 1) == ' ') {
                    to--;
                } else if (to - from >= 5 && text.regionMatches(true, to - 5, "(fwd)", 0, 5)) {
                    to -= 5;
                    isReply = true;
                } else {
                    return;
                }
            }
        }

        private boolean leader() {
            if (from < to && text.charAt(from) == ' ') {
                from++;
                return true;
            }
            int at = from;
            for (int next = afterBlob(at); next > at; next = afterBlob(at)) {
                at = next;
            }
            int end = afterRefwd(at);
            if (end < 0) {
                return false;
            }
            from = end;
            isReply = true;
            return true;
        }

        /** Where a label in brackets ends with the blanks behind it, or the same place where there is none. */
        private int afterBlob(int at) {
            if (at >= to || text.charAt(at) != '[') {
                return at;
            }
            int end = at + 1;
            while (end < to && text.charAt(end) != '[' && text.charAt(end) != ']') {
                end++;
            }
            if (end >= to || text.charAt(end) != ']') {
                return at;
            }
            return blanks(end + 1);
        }

        private int blanks(int at) {
            int end = at;
            while (end < to && text.charAt(end) == ' ') {
                end++;
            }
            return end;
        }

        private int afterRefwd(int at) {
            int end = at;
            if (text.regionMatches(true, at, "re", 0, 2)) {
                end += 2;
            } else if (text.regionMatches(true, at, "fwd", 0, 3)) {
                end += 3;
            } else if (text.regionMatches(true, at, "fw", 0, 2)) {
                end += 2;
            } else {
                return -1;
            }
            end = afterBlob(blanks(end));
            return end < to && text.charAt(end) == ':' ? end + 1 : -1;
        }

        /** A label goes unless it is all there is. */
        private boolean blob() {
            int end = afterBlob(from);
            if (end == from || blanks(end) >= to) {
                return false;
            }
            from = end;
            return true;
        }

        private boolean forwarded() {
            boolean is = to - from >= 6 && text.regionMatches(true, from, "[fwd:", 0, 5) && text.charAt(to - 1) == ']';
            if (is) {
                from += 5;
                to--;
                isReply = true;
            }
            return is;
        }
    }
}
