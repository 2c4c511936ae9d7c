package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import javax.naming.ldap.LdapName;

/**
 * Certificates in a directory, by LDAP: those at {@code userCertificate;binary} and {@code userSMIMECertificate} of entries
 * whose {@code mail} is the mailbox (RFC 4523, RFC 2798). By TLS with the certificates that the Java platform trusts,
 * unless it is said otherwise in words that say so (the TLS options and anchors of this library are not used);
 * referrals are not followed. Needs the module {@code java.naming}, and in jlink images {@code jdk.naming.ldap}. Immutable
 * and safe to share; every look-up opens a connection of its own.
 *
 * <pre>{@code
 * CertificateSource source = LdapDirectory.at("ldap.example.org", "ou=people,dc=example,dc=org");
 * Message sealed = note.with(Smime.encryptFor(note, source, trust));
 * }</pre>
 */
public final class LdapDirectory implements CertificateSource {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int IMPLICIT_TLS = 636;
    private static final int PLAIN = 389;

    private final String host;
    private final int port;
    private final LdapName base;
    private final Link link;
    private final Optional<Login> login;
    private final Duration deadline;

    private enum Link {
        TLS,
        CLEAR
    }

    private record Login(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    private LdapDirectory(String host, int port, LdapName base, Link link, Optional<Login> login, Duration deadline) {
        this.host = host;
        this.port = port;
        this.base = base;
        this.link = link;
        this.login = login;
        this.deadline = deadline;
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
        try {
            return new LdapDirectory(host, IMPLICIT_TLS, new LdapName(base), Link.TLS, Optional.empty(), DEADLINE);
        } catch (InvalidNameException e) {
            throw new SmimeException("not a distinguished name: " + base, "write it as dc=example,dc=org", e);
        }
    }

    /**
     * Changes the port.
     *
     * @param changed the port
     * @return a new directory
     */
    public LdapDirectory port(int changed) {
        return new LdapDirectory(host, changed, base, link, login, deadline);
    }

    /**
     * Speaks in the clear, at port 389 unless another was chosen: whoever carries it sees for whom certificates are looked
     * up, and can give others, of which only those with a path to an anchor are used. A password is not sent that way.
     *
     * @return a new directory
     * @throws SmimeException if there is a password
     */
    public LdapDirectory insecurePlaintext() {
        if (login.isPresent()) {
            throw new SmimeException("a password would be sent in the clear", "use TLS, or ask without a login");
        }
        return new LdapDirectory(host, port == IMPLICIT_TLS ? PLAIN : port, base, Link.CLEAR, login, deadline);
    }

    /**
     * Logs in by a simple bind; without, it is anonymous.
     *
     * @param name the distinguished name
     * @param password the password
     * @return a new directory
     * @throws SmimeException if it would be sent in the clear, or is empty, which servers take for no login
     */
    public LdapDirectory login(String name, String password) {
        if (link == Link.CLEAR || password.isEmpty()) {
            throw new SmimeException(
                    "no password, or one in the clear", "use TLS and a password, or ask without a login");
        }
        return new LdapDirectory(host, port, base, link, Optional.of(new Login(name, password)), deadline);
    }

    /**
     * Changes how long each step may take.
     *
     * @param changed for connecting, and for every answer; 10 s if nothing is said
     * @return a new directory
     */
    public LdapDirectory deadline(Duration changed) {
        return new LdapDirectory(host, port, base, link, login, changed);
    }

    @Override
    @SuppressWarnings("BanJNDI") // the context is the LDAP one by name, and its host and base are checked
    public List<X509Certificate> find(Mailbox mailbox) {
        try {
            InitialDirContext context = new InitialDirContext(environment());
            try {
                return new LdapSearch(base, deadline).certificates(context, mailbox);
            } finally {
                context.close();
            }
        } catch (NamingException e) {
            throw new LookupFailed("the directory " + host + " gives no answer: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes its settings so
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        String millis = Long.toString(Math.max(1, deadline.toMillis()));
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, (link == Link.TLS ? "ldaps://" : "ldap://") + host + ":" + port);
        environment.put(Context.REFERRAL, "ignore");
        environment.put("java.naming.ldap.derefAliases", "never");
        environment.put("com.sun.jndi.ldap.connect.timeout", millis);
        environment.put("com.sun.jndi.ldap.read.timeout", millis);
        environment.put("java.naming.ldap.attributes.binary", String.join(" ", LdapSearch.ATTRIBUTES));
        environment.put(Context.SECURITY_AUTHENTICATION, login.isPresent() ? "simple" : "none");
        login.ifPresent(each -> {
            environment.put(Context.SECURITY_PRINCIPAL, each.name());
            environment.put(Context.SECURITY_CREDENTIALS, each.password());
        });
        return environment;
    }
}
