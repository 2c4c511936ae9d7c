package dev.tegami.dns;

/**
 * One MX record (RFC 5321 §5.1).
 *
 * @param preference the lower, the better
 * @param host the exchanger's name without the dot of the root; empty for the null MX of a domain that takes no mail (RFC 7505)
 */
public record MailExchanger(int preference, String host) {
    /**
     * Tells whether this record says that the domain takes no mail.
     *
     * @return true for the null MX
     */
    public boolean isNull() {
        return host.isEmpty();
    }
}
