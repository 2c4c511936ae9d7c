package dev.tegami.sasl;

/** Gives OAuth 2.0 access tokens. It may be called from any thread, once or twice per login. */
@FunctionalInterface
public interface TokenSource {
    /** What kind of token is wanted. */
    enum Freshness {
        /** Any token believed valid. */
        ANY,
        /** A new one: the server has just refused the last. */
        NEW
    }

    /**
     * Gives a token.
     *
     * @param freshness whether a token at hand will do
     * @return the token, without {@code Bearer}
     */
    String token(Freshness freshness);
}
