package dev.tegami.mime.report;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.mime.Mailbox;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody holds against a message (abuse reporting format, RFC 5965), or why it was not taken for genuine (RFC
 * 6591). Immutable; equal if all fields are. Whoever sends such a report may say what he likes in it.
 */
public final class Feedback extends FieldGroup implements Notification {
    private static final int LARGEST_PORT = 65_535;

    Feedback(ReportFields fields) {
        super(fields);
    }

    /**
     * Gives the kind of the report: {@code abuse}, {@code fraud}, {@code virus}, {@code not-spam}, {@code auth-failure},
     * {@code other} or one that was registered later.
     *
     * @return the kind in lower case; empty if the report states none
     */
    public String type() {
        return fields.plain("Feedback-Type").map(Ascii::lower).orElse("");
    }

    /**
     * Gives the version of the format.
     *
     * @return {@code 1} as long as there is no other; empty if the report states none
     */
    public Optional<String> version() {
        return fields.plain("Version");
    }

    /**
     * Names the program that made the report.
     *
     * @return its name and version
     */
    public Optional<String> userAgent() {
        return fields.text("User-Agent");
    }

    /**
     * Gives the sender of the envelope of the message that the report is about.
     *
     * @return the address; empty if there is none, or it was the empty sender
     */
    public Optional<Mailbox> mailFrom() {
        return fields.mailbox("Original-Mail-From");
    }

    /**
     * Lists the recipients of the envelope.
     *
     * @return those addresses that are complete
     */
    public List<Mailbox> recipients() {
        return fields.texts("Original-Rcpt-To").stream()
                .flatMap(text -> new TypedValue("", text).mailbox().stream())
                .toList();
    }

    /**
     * Gives the id that the sender gave the envelope.
     *
     * @return the id
     */
    public Optional<String> envelopeId() {
        return fields.text("Original-Envelope-Id");
    }

    /**
     * Tells when the message arrived.
     *
     * @return the date; empty if there is none that can be read
     */
    public Optional<OffsetDateTime> arrival() {
        return fields.date("Arrival-Date").or(() -> fields.date("Received-Date"));
    }

    /**
     * Names the server that the message came to.
     *
     * @return the server
     */
    public Optional<TypedValue> reportingMta() {
        return fields.typed("Reporting-MTA");
    }

    /**
     * Gives the IP address that the message came from, as it is written.
     *
     * @return the address
     */
    public Optional<String> sourceIp() {
        return fields.plain("Source-IP");
    }

    /**
     * Gives the port that the message came from (RFC 6692).
     *
     * @return the port; empty if there is none that is one
     */
    public Optional<Integer> sourcePort() {
        return fields.plain("Source-Port").map(Feedback::count).filter(port -> port <= LARGEST_PORT);
    }

    /**
     * Tells how many incidents the report is about.
     *
     * @return the number; 1 if the report states none that is one
     */
    public int incidents() {
        return fields.plain("Incidents").map(Feedback::count).orElse(1);
    }

    /** A number, or null. */
    private static @Nullable Integer count(String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? (Integer) Integer.parseInt(digits) : null;
    }

    /**
     * Lists domains that the reporter blames.
     *
     * @return the domains as they are written
     */
    public List<String> reportedDomains() {
        return fields.texts("Reported-Domain");
    }

    /**
     * Lists addresses of pages and the like that the reporter blames; none of them is safe to visit.
     *
     * @return the addresses as they are written
     */
    public List<String> reportedUris() {
        return fields.texts("Reported-URI");
    }

    /**
     * Lists what the reporting server found about the message's origin.
     *
     * @return the values of Authentication-Results
     */
    public List<String> authenticationResults() {
        return fields.texts("Authentication-Results");
    }

    /**
     * Tells why the message was not taken for genuine: {@code adsp}, {@code bodyhash}, {@code revoked}, {@code
     * signature}, {@code spf}, or {@code dmarc} (RFC 6591 section 3.1).
     *
     * @return the reason in lower case
     */
    public Optional<String> authFailure() {
        return fields.plain("Auth-Failure").map(Ascii::lower);
    }

    /**
     * Tells what was done with such a message: {@code delivered}, {@code spam}, {@code policy}, {@code reject} or {@code
     * other}.
     *
     * @return the result in lower case
     */
    public Optional<String> deliveryResult() {
        return fields.plain("Delivery-Result").map(Ascii::lower);
    }

    /**
     * Names the domain whose signature failed.
     *
     * @return the domain
     */
    public Optional<String> dkimDomain() {
        return fields.plain("DKIM-Domain");
    }

    /**
     * Names the key by which the signature was made.
     *
     * @return the selector
     */
    public Optional<String> dkimSelector() {
        return fields.plain("DKIM-Selector");
    }
}
