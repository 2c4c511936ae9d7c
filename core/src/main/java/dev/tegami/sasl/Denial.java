package dev.tegami.sasl;

/** Why a login did not succeed, told apart as far as servers let a client know. */
public enum Denial {
    /** User name or password are wrong; servers often say this for locked accounts too. */
    WRONG_CREDENTIALS("check user name and password; some providers want an application password"),
    /** The account is locked, disabled or must be unlocked by an administrator. */
    ACCOUNT_LOCKED("ask the administrator of the mail service"),
    /** The password is right but expired and must be changed. */
    PASSWORD_EXPIRED("change the password, then log in again"),
    /** The OAuth token is expired, revoked or lacks the scope, and the one refresh did not help. */
    TOKEN_REFUSED("obtain a new token with the scope of this protocol"),
    /** There is no Kerberos ticket to show to this server. */
    NO_TICKET("log in to the Kerberos realm of this server, and give the ticket's subject with the credentials"),
    /** The user may not act as the asked authorization identity. */
    NOT_AUTHORIZED("leave out the authorization identity or ask for the right to use it"),
    /** Server and client share no mechanism that these credentials and this link allow. */
    NO_COMMON_MECHANISM("compare the mechanisms the server offers with the credentials given"),
    /** Every shared mechanism would send a secret over a link without TLS. */
    NEEDS_TLS("use STARTTLS or implicit TLS"),
    /** The server failed to prove that it knows the password: it may be an impostor. */
    SERVER_NOT_PROVEN("do not retry: the server may be an impostor, or its password store is damaged"),
    /** Someone on the path hid the server's channel-binding mechanisms, or the binding does not match. */
    DOWNGRADE("do not retry: someone may sit between client and server"),
    /** The server has a passing trouble, such as an unreachable directory. */
    SERVER_TROUBLE("try again later"),
    /** The exchange broke its own rules, such as a challenge that does not decode. */
    BAD_EXCHANGE("try another mechanism"),
    /** Refused without a reason we know. */
    REFUSED("see what the server said");

    private final String advice;

    Denial(String advice) {
        this.advice = advice;
    }

    /**
     * Says what can be done about it.
     *
     * @return a sentence without its full stop
     */
    public String advice() {
        return advice;
    }

    /**
     * Tells whether the same login may succeed later.
     *
     * @return true for a passing trouble of the server
     */
    public boolean isTransient() {
        return this == SERVER_TROUBLE;
    }
}
