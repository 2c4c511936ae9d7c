package dev.tegami.sasl;

import java.util.function.Function;

/** A mechanism that server, credentials and link allow, not yet begun. */
public final class Candidate {
    private final String name;
    private final Secrecy secrecy;
    private final Function<TokenSource.Freshness, Mechanism> maker;

    /** Whether a listener learns the secret. */
    enum Secrecy {
        REVEALS,
        KEEPS
    }

    Candidate(String name, Secrecy secrecy, Function<TokenSource.Freshness, Mechanism> maker) {
        this.name = name;
        this.secrecy = secrecy;
        this.maker = maker;
    }

    /**
     * Names the mechanism.
     *
     * @return the registered name, in capitals
     */
    public String name() {
        return name;
    }

    Secrecy secrecy() {
        return secrecy;
    }

    /**
     * Makes the mechanism for one exchange.
     *
     * @param freshness whether a token at hand will do
     * @return the mechanism
     * @throws SaslDenied if the credentials do not suit it
     */
    public Mechanism begin(TokenSource.Freshness freshness) {
        return maker.apply(freshness);
    }

    /** Gives the name. */
    @Override
    public String toString() {
        return name;
    }
}
