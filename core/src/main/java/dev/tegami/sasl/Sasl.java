package dev.tegami.sasl;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The one place where a mechanism is chosen: the strongest that the server offers, the credentials can serve and the
 * link allows.
 *
 * <pre>{@code
 * Mechanism best = Sasl.choose(List.of("PLAIN", "SCRAM-SHA-256"), credentials, link).begin(Freshness.ANY);
 * }</pre>
 */
public final class Sasl {
    private Sasl() {}

    /**
     * Chooses the best mechanism.
     *
     * @param offered the names the server offers, in any case and order
     * @param credentials who logs in
     * @param link what is known of the connection
     * @return the mechanism
     * @throws SaslDenied if none fits, saying whether TLS would help
     */
    public static Candidate choose(Collection<String> offered, Credentials credentials, Link link) {
        return ranked(offered, credentials, link).get(0);
    }

    /**
     * Ranks all mechanisms that fit: with channel binding, then without; SCRAM before the older challenges, and those
     * before what shows the secret to the server. {@link Credentials#only} sets another order.
     *
     * @param offered the names the server offers, in any case and order
     * @param credentials who logs in
     * @param link what is known of the connection
     * @return one or more mechanisms, the best first
     * @throws SaslDenied if none fits, saying whether TLS would help
     */
    public static List<Candidate> ranked(Collection<String> offered, Credentials credentials, Link link) {
        List<String> names = offered.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        List<Candidate> shared = wanted(credentials, new Ranking(credentials, link, names).candidates()).stream()
                .filter(candidate -> names.contains(candidate.name()))
                .toList();
        List<Candidate> allowed = shared.stream()
                .filter(candidate ->
                        link.privacy() != Link.Privacy.CLEAR || candidate.secrecy() == Candidate.Secrecy.KEEPS)
                .toList();
        if (!allowed.isEmpty()) {
            return allowed;
        }
        if (!shared.isEmpty()) {
            throw new SaslDenied(
                    Denial.NEEDS_TLS, "every shared mechanism would show the secret on a link without TLS: " + shared);
        }
        throw new SaslDenied(
                Denial.NO_COMMON_MECHANISM,
                "the server offers " + new TreeSet<>(names) + ", " + credentials + " fits none");
    }

    private static List<Candidate> wanted(Credentials credentials, List<Candidate> all) {
        List<String> only = credentials.mechanisms();
        return only.isEmpty()
                ? all
                : only.stream()
                        .flatMap(name -> all.stream()
                                .filter(candidate -> candidate.name().equals(name)))
                        .toList();
    }
}
