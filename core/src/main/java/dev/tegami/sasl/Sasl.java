package dev.tegami.sasl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one place where a mechanism is chosen: the strongest that the server offers, the credentials can serve and the
 * link allows.
 *
 * <pre>{@code
 * Mechanism best = Sasl.choose(List.of("PLAIN", "SCRAM-SHA-256"), credentials, link);
 * }</pre>
 */
public final class Sasl {
    private Sasl() {}

    /** One mechanism that could serve. */
    private record Candidate(String name, Secrecy secrecy, Supplier<Mechanism> make) {}

    private enum Secrecy {
        REVEALS_SECRET,
        KEEPS_SECRET
    }

    /**
     * Chooses the best mechanism.
     *
     * @param offered the names the server offers, in any case and order
     * @param credentials who logs in
     * @param link what is known of the connection
     * @return the mechanism, ready to begin
     * @throws SaslDenied if none fits, saying whether TLS would help
     */
    public static Mechanism choose(Collection<String> offered, Credentials credentials, Link link) {
        Set<String> names =
                offered.stream().map(name -> name.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        boolean clear = link.privacy() == Link.Privacy.CLEAR;
        List<Candidate> shared = candidates(credentials).stream()
                .filter(c -> names.contains(c.name()))
                .toList();
        for (Candidate candidate : shared) {
            if (!clear || candidate.secrecy() == Secrecy.KEEPS_SECRET) {
                return candidate.make().get();
            }
        }
        if (!shared.isEmpty()) {
            throw new SaslDenied(
                    Denial.NEEDS_TLS, "every shared mechanism would show the secret on a link without TLS");
        }
        throw new SaslDenied(
                Denial.NO_COMMON_MECHANISM,
                "the server offers " + new java.util.TreeSet<>(names) + ", none of which " + credentials
                        + " can serve");
    }

    private static List<Candidate> candidates(Credentials credentials) {
        List<Candidate> all = credentials.proof() instanceof Proof.Password password
                ? passwordMechanisms(credentials, password.secret())
                : List.of();
        if (credentials.mechanisms().isEmpty()) {
            return all;
        }
        List<Candidate> wanted = new ArrayList<>();
        for (String name : credentials.mechanisms()) {
            all.stream().filter(c -> c.name().equals(name)).forEach(wanted::add);
        }
        return wanted;
    }

    private static List<Candidate> passwordMechanisms(Credentials credentials, String password) {
        String user = credentials.user();
        String other = credentials.authorizationId().orElse("");
        List<Candidate> list = new ArrayList<>();
        list.add(new Candidate("PLAIN", Secrecy.REVEALS_SECRET, () -> new PlainMechanism(other, user, password)));
        if (other.isEmpty()) {
            list.add(new Candidate("LOGIN", Secrecy.REVEALS_SECRET, () -> new LoginMechanism(user, password)));
        }
        return list;
    }
}
