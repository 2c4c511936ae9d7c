package dev.tegami.dns;

import java.util.List;

/**
 * Answers questions about names. The default asks the name servers of this machine through the Java platform (module
 * {@code jdk.naming.dns}, to be named in jlink images); it cannot check DNSSEC. A resolver is safe for many threads.
 *
 * <pre>{@code
 * List<MailExchanger> exchangers = Resolver.platform().exchangers("example.org");
 * }</pre>
 */
public interface Resolver {
    /**
     * Asks for the mail exchangers of a domain.
     *
     * @param domain a domain name; U-labels are converted
     * @return the exchangers, the best first, or an empty list where there are none
     * @throws DnsFailed if there is no answer
     */
    List<MailExchanger> exchangers(String domain);

    /**
     * Asks for the texts of a name.
     *
     * @param name a domain name; U-labels are converted
     * @return each record's strings joined, in no order, or an empty list
     * @throws DnsFailed if there is no answer
     */
    List<String> texts(String name);

    /**
     * Asks for what the DNS says of certificates at a name (SMIMEA, RFC 8162). It is worth something only where DNSSEC
     * vouches for it: a resolver that cannot tell, such as the {@linkplain #platform platform's}, does not ask and knows
     * nothing.
     *
     * @param name a domain name; U-labels are converted
     * @return the records, and whether DNSSEC vouches for them
     * @throws DnsFailed if there is no answer
     */
    default Associations associations(String name) {
        return Associations.none();
    }

    /**
     * Gives the resolver of this machine. A question lasts some 15 s at most for each name server.
     *
     * @return the resolver
     */
    static Resolver platform() {
        return new PlatformResolver("dns:");
    }
}
