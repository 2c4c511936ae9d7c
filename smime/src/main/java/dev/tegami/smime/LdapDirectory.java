package dev.tegami.smime;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Mailbox;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Connector;
import dev.tegami.net.Deadlines;
import dev.tegami.net.NetException;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.smime.internal.LdapRefused;
import dev.tegami.smime.internal.LdapSession;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * Certificates in a directory, by LDAP: those at {@code userCertificate;binary} and {@code userSMIMECertificate} of entries
 * whose {@code mail} is the mailbox (RFC 4511, RFC 4523, RFC 2798). It is reached like every server of this library: by
 * TLS at port 636 with the host's name checked, by STARTTLS at port 389, or in the clear where it is said so. At most 16
 * entries are read, each within {@link dev.tegami.net.WireLimits#reply()}; every step, the search with all of its answers
 * among them, takes at most 10 s unless other deadlines are given. Referrals are not followed. Immutable and safe to
 * share; every look-up opens a connection of its own.
 *
 * <pre>{@code
 * CertificateSource source = LdapDirectory.at("ldap.example.org", "ou=people,dc=example,dc=org")
 *         .trust(Path.of("our-ca.pem"));
 * Message sealed = note.with(Smime.encryptFor(note, source, trust));
 * }</pre>
 *
 * <p>{@link #login(String, String)} takes a distinguished name (a simple bind); without, the look-up is anonymous. Other
 * logins than by password, passwords in the clear, empty ones, which servers take for no login, and {@link
 * #opportunisticTls()} are refused with a {@link SmimeException}.
 */
public final class LdapDirectory extends Connector<LdapDirectory> implements CertificateSource {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final LdapName base;

    private LdapDirectory(ConnectOptions options, LdapName base) {
        super(options);
        this.base = base;
    }

    /**
     * Names a directory.
     *
     * @param host its host, which is spoken to by TLS at port 636
     * @param base the distinguished name of the entry below which to look
     * @return the directory
     * @throws SmimeException if the host or the name is none
     */
    public static LdapDirectory at(String host, String base) {
        if (host.isEmpty() || !host.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._:[]".indexOf(c) >= 0)) {
            throw new SmimeException("not a host: " + host, "give a name or an address");
        }
        Server server = new Server(host, Server.DEFAULT_PORT, Security.IMPLICIT_TLS);
        try {
            return new LdapDirectory(ConnectOptions.of(server).deadlines(Deadlines.all(DEADLINE)), new LdapName(base));
        } catch (InvalidNameException e) {
            throw new SmimeException("not a distinguished name: " + base, "write it as dc=example,dc=org", e);
        }
    }

    @Override
    protected LdapDirectory with(ConnectOptions changed) {
        Security security = changed.server().security();
        if (security == Security.STARTTLS_OPPORTUNISTIC) {
            throw new SmimeException(
                    "whoever is in between could have a directory asked in the clear",
                    "require TLS, or say insecurePlaintext()");
        }
        changed.credentials().ifPresent(login -> {
            if (login.password().filter(each -> !each.isEmpty()).isEmpty()) {
                throw new SmimeException("a login without a password", "give one, or ask without a login");
            }
            if (security == Security.INSECURE_PLAINTEXT) {
                throw new SmimeException("a password would be sent in the clear", "use TLS, or ask without a login");
            }
        });
        return new LdapDirectory(changed, base);
    }

    @Override
    public List<X509Certificate> find(Mailbox mailbox) {
        try (LdapSession session = LdapSession.open(options())) {
            return LdapSearch.certificates(session, base.toString(), mailbox);
        } catch (NetException | LimitExceeded | LdapRefused e) {
            throw new LookupFailed("the directory " + options().server() + " gives no answer: " + e.getMessage(), e);
        }
    }
}
