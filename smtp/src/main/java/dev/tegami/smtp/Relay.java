package dev.tegami.smtp;

import dev.tegami.dns.Resolver;
import dev.tegami.mime.Message;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Connector;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.smtp.internal.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The door of relay between servers (RFC 5321 §5): a message goes to the mail exchangers of its recipients' domains, the
 * best one first, on port 25. An immutable value; every method but {@link #send} makes a changed copy and touches no
 * network. Safe to share among threads.
 *
 * <pre>{@code
 * Receipt receipt = Relay.as("mx1.example.org").requireTlsFor(partners::contains).send(message, envelope);
 * }</pre>
 *
 * <p>TLS is opportunistic (RFC 7435) unless required: it is used wherever a host offers it. Where STARTTLS fails, or the
 * certificate is not to be trusted (wrong name, expired, unknown issuer), the message goes to that host <em>in clear</em>
 * over another connection, and {@link Receipt#attempts()} tells both. Whoever can break TLS on the way could as well have
 * taken the offer away; so opportunistic TLS keeps passive listeners out and nobody else, and refusing only those hosts
 * that offer it would lose mail and win nothing. Where TLS is required ({@link #startTls()}, {@link #requireTlsFor},
 * {@link TlsDemand#REQUIRED}), such a host gets nothing: it counts as one that could not be reached.
 *
 * <p>Hosts are what foreign DNS says: a domain may name addresses of your own network. Where that matters, give a {@link
 * Resolver} that refuses them, or a {@link #via way} of your own that connects only to public ones. A CNAME is followed
 * by the resolver. The message is sent as it is: whoever relays for others adds a Received field first; one with more than
 * a hundred of them goes nowhere.
 */
public final class Relay extends Connector<Relay> {
    /** As many as RFC 5321 §6.3 suggests. */
    private static final int MOST_HOPS = 100;

    private static final int PORT = 25;

    private final Manner manner;
    private final Resolver resolver;
    private final Predicate<String> tlsRequired;

    private Relay(ConnectOptions options, Manner manner, Resolver resolver, Predicate<String> tlsRequired) {
        super(options);
        this.manner = manner;
        this.resolver = resolver;
        this.tlsRequired = tlsRequired;
    }

    /**
     * Relays as a host.
     *
     * @param name this host's own domain name, which others look up
     * @return the connector: port 25, opportunistic TLS, the DNS of this machine
     * @throws IllegalArgumentException if that is no host name
     */
    public static Relay as(String name) {
        Server server = new Server(name, PORT, Security.STARTTLS_OPPORTUNISTIC);
        return new Relay(
                ConnectOptions.of(server),
                Manner.of(Dialect.SMTP).introducedAs(name),
                Resolver.platform(),
                host -> false);
    }

    /**
     * Changes who answers for the DNS.
     *
     * @param other asked for the exchangers of each domain
     * @return the changed copy
     */
    public Relay resolver(Resolver other) {
        return new Relay(options(), manner, other, tlsRequired);
    }

    /**
     * Requires TLS and a good certificate of some hosts, beside {@link #startTls()}, which requires it of all.
     *
     * @param hosts is given the name of a host, in small letters
     * @return the changed copy
     */
    public Relay requireTlsFor(Predicate<String> hosts) {
        return new Relay(options(), manner, resolver, hosts);
    }

    /**
     * Hands messages over in counted chunks as {@link Smtp#inChunks()} does.
     *
     * @return the changed copy
     */
    public Relay inChunks() {
        return new Relay(options(), manner.inChunks(), resolver, tlsRequired);
    }

    @Override
    protected Relay with(ConnectOptions other) {
        return new Relay(other, manner, resolver, tlsRequired);
    }

    /**
     * Sends a message to every domain of its envelope. A host that cannot be reached, or refuses for now, is followed by
     * the next one; after a final refusal, or an unknown outcome, no other host is tried for that recipient.
     *
     * @param message the message; its Bcc is taken out
     * @param envelope from whom and to whom
     * @return what became of each recipient and at which hosts it was tried; nothing that hosts or networks do is thrown
     * @throws IllegalArgumentException if an address cannot be written; nothing was sent
     */
    public Receipt send(Message message, Envelope envelope) {
        envelope.sender().ifPresent(Paths::of);
        envelope.recipients().forEach(recipient -> Paths.of(recipient.mailbox()));
        Map<String, List<Integer>> domains = new LinkedHashMap<>();
        List<Recipient> recipients = envelope.recipients();
        for (int i = 0; i < recipients.size(); i++) {
            String domain = recipients.get(i).mailbox().domain().toLowerCase(Locale.ROOT);
            domains.computeIfAbsent(domain, d -> new ArrayList<>()).add(i);
        }
        Exchangers exchangers = new Exchangers(resolver, manner.clientName(), new Random());
        Forwarding forwarding = new Forwarding(this, new MailObject(message, envelope));
        if (message.header().all("Received").size() > MOST_HOPS) {
            return forwarding.refused(
                    new Reply(554, List.of("5.4.6 too many hops: the message goes round in circles")));
        }
        domains.forEach((domain, places) -> forwarding.to(domain, places, exchangers));
        return forwarding.receipt();
    }

    /** How a host is reached: in clear only where TLS was tried and is not required. */
    SmtpSession open(String host, Security security) {
        Server server = new Server(host, options().server().port(), security);
        return SmtpSession.open(options().server(server), manner);
    }

    Security security(String host, Envelope envelope) {
        boolean required = envelope.tls() == TlsDemand.REQUIRED || tlsRequired.test(host.toLowerCase(Locale.ROOT));
        Security usual = options().server().security();
        boolean weak = usual == Security.STARTTLS_OPPORTUNISTIC || usual == Security.INSECURE_PLAINTEXT;
        return required && weak ? Security.STARTTLS_REQUIRED : usual;
    }

    /** The other way to a host after TLS failed there, if there may be one. */
    static Optional<Security> fallback(Security security) {
        return security == Security.STARTTLS_OPPORTUNISTIC
                ? Optional.of(Security.INSECURE_PLAINTEXT)
                : Optional.empty();
    }
}
