package dev.tegami.smtp.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id under which a server keeps a message, as the replies of several servers show it. */
public final class QueueId {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\bqueued as (\\S+)"), // Postfix, amavis
            Pattern.compile("\\bid=(\\S+)"), // Exim
            Pattern.compile("^(\\S+) Message accepted for delivery"), // OpenSMTPD, Sendmail
            Pattern.compile("^(?:OK|Ok|ok):? +(?!queued)([A-Za-z0-9][A-Za-z0-9._-]{7,})(?: |$)"));

    private QueueId() {}

    /** Finds the id in the text of a reply. */
    public static Optional<String> in(String text) {
        for (Pattern form : FORMS) {
            Matcher found = form.matcher(text);
            if (found.find()) {
                return Optional.of(found.group(1));
            }
        }
        return Optional.empty();
    }
}
