package dev.tegami.interop;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of the matrix: how a server offers an extension, and what travels when it is really used.
 *
 * @param subject the class that uses it
 * @param title the name in the matrix
 * @param offer the capability, as a regular expression; empty for what every server has
 * @param proof what has to be sent, or has to come back, as a regular expression over a line of the trace
 */
record ImapFeature(Subject subject, String title, String offer, String proof) {
    /** The tables. */
    enum Subject {
        CONNECTION,
        FOLDERS,
        MESSAGES,
        SEARCH,
        NEWS,
        ADMINISTRATION,
        FINDING,
        WRITING,
        SCALE;

        String heading() {
            return "## " + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    boolean isOffered(Set<String> capabilities) {
        return offer.isEmpty() || capabilities.stream().anyMatch(each -> each.matches(offer));
    }

    Pattern pattern() {
        return Pattern.compile(proof);
    }
}
