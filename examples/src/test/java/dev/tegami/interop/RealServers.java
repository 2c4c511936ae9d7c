package dev.tegami.interop;

import dev.tegami.net.Connector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;

/**
 * For a test that talks to real servers. Extend it, and ask for what the test needs:
 *
 * <pre>{@code
 * class ImapDovecotTest extends RealServers {
 *     @Test
 *     void aFreshMailboxIsEmpty() throws IOException {
 *         Endpoint imaps = endpoint("dovecot.imaps");
 *         try (ImapSession imap = Imap.at(imaps.host()).port(imaps.port()).trust(trust()).login(freshPerson(), FRESH).open()) {
 *             assertThat(imap.select("INBOX").size()).isZero();
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>The endpoints are {@code imap}, {@code imaps}, {@code pop3} and {@code pop3s} of dovecot, dovecot24, cyrus, cyrus310
 * and courier, and {@code submission} and {@code submissions} of postfix, exim, opensmtpd, dovecot and dovecot24, such as
 * {@code dovecot.imaps}; the clear ones want STARTTLS before a password. {@code lmtp} and {@code lmtp.socket} (a path) of
 * dovecot and dovecot24 take mail for every fresh person and refuse what goes to full, {@code postfix.relay} takes it from other servers. The people: ada (lovelace), bob (builder), carol
 * (whose password needs quoting), and any name that {@link #freshPerson} gives, with the password {@link #FRESH} and an
 * empty mailbox that no other test touches. Every submission ends in Dovecot's mailboxes. {@code nobody@}, {@code
 * tempfail@} and {@code policy@} the domain are refused as recipients and {@code refused@} as sender by postfix and exim. {@code
 * jürgen@utf8.test} is fresh-juergen, by postfix only.
 *
 * <p>Without servers a test reports itself as skipped and says which one is missing. To have them: {@code
 * .ci/servers/up DIR} as root on Debian, then {@code mvn verify -Pinterop -Dtegami.servers=DIR/servers.properties}.
 */
@Tag("interop")
abstract class RealServers {
    /** The password of every fresh person. */
    static final String FRESH = "fresh";

    /** The password of carol: IMAP has to quote it, SASL and XML do not care. */
    static final String CAROL = "s3 \"cr\\et";

    /** Where a server listens. */
    static Endpoint endpoint(String name) {
        return Endpoint.parse(ServerList.value(name));
    }

    /** The authority that the servers' certificates come from. */
    static Path trust() {
        return Path.of(ServerList.value("trust"));
    }

    /** A name that no other test knows, with an empty mailbox in Dovecot. */
    static String freshPerson() {
        return ServerList.freshName();
    }

    /** The same for another server: one of its two hundred, or in dovecot any name. */
    static String freshPerson(String server) {
        return server.equals("dovecot") || server.equals("postfix")
                ? freshPerson()
                : String.format(Locale.ROOT, "fresh-%03d", ServerList.next(server));
    }

    /** A door to an endpoint that its name says how to protect. */
    static <C extends Connector<C>> C door(C at, String name) throws IOException {
        Endpoint endpoint = endpoint(name);
        boolean implicit = name.endsWith("s") && !name.endsWith("submission");
        C there = at.port(endpoint.port()).trust(trust());
        return implicit ? there.implicitTls() : there.startTls();
    }

    /** The address of a person at the servers' domain. */
    static String addressOf(String person) {
        return person + "@" + ServerList.value("domain");
    }
}
