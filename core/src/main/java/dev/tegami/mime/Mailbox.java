package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Atoms;
import dev.tegami.internal.mime.Domains;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One address (RFC 5322 section 3.4; beyond US-ASCII: RFC 6532). What is made here can be written; what was received
 * may lack its local part or domain, and then cannot be written again. Two mailboxes are equal if their display names
 * and local parts are, and their domains name the same place.
 *
 * <pre>{@code
 * Mailbox ada = Mailbox.parse("Ada Lovelace <ada@example.org>");
 * }</pre>
 */
public final class Mailbox implements Address {
    /** RFC 5321 section 4.5.3.1 asks for 64 and 255 octets; more than this no line could hold with its quoting. */
    private static final int LONGEST = 255;

    private final String name;
    private final String localPart;
    private final String domain;

    private Mailbox(String name, String localPart, String domain) {
        this.name = name;
        this.localPart = localPart;
        this.domain = domain;
    }

    /**
     * Makes an address without a display name.
     *
     * @param localPart what stands before the at sign, without quotes
     * @param domain a domain name, also an international one, or an address literal in brackets
     * @return the address
     * @throws MimeException if either is empty or holds what no header may carry
     */
    public static Mailbox of(String localPart, String domain) {
        return of("", localPart, domain);
    }

    /**
     * Makes an address.
     *
     * @param displayName the name people see, or an empty string
     * @param localPart what stands before the at sign, without quotes
     * @param domain a domain name, also an international one, or an address literal in brackets
     * @return the address
     * @throws MimeException if local part or domain is empty, or one of the three holds what no header may carry
     */
    public static Mailbox of(String displayName, String localPart, String domain) {
        Field.checkText("a display name", displayName);
        Field.checkText("a local part", localPart);
        Field.checkText("a domain", domain);
        String trimmed = displayName.trim();
        if (localPart.isEmpty() || localPart.length() > LONGEST || hasControl(localPart)) {
            throw new MimeException("not a local part: \"" + localPart + "\"", "give what stands before the at sign");
        }
        if (domain.length() > LONGEST || !Domains.isDomain(domain)) {
            throw new MimeException("not a domain: \"" + domain + "\"", "give a domain name such as example.org");
        }
        return new Mailbox(trimmed, localPart, domain);
    }

    /**
     * Reads one address as it is written in a header.
     *
     * @param text an address, with or without a display name
     * @return the address
     * @throws MimeException if the text is not exactly one complete address
     */
    public static Mailbox parse(String text) {
        List<Address> all = Address.parseList(text);
        if (all.size() == 1 && all.get(0) instanceof Mailbox) {
            Mailbox mailbox = (Mailbox) all.get(0);
            if (!mailbox.localPart.isEmpty() && !mailbox.domain.isEmpty()) {
                return of(mailbox.name, mailbox.localPart, mailbox.domain);
            }
        }
        throw new MimeException("not one address: \"" + text + "\"", "write it as: Name <local@domain>");
    }

    static Mailbox received(String name, String localPart, String domain) {
        return new Mailbox(name, localPart, domain);
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == 127) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String displayName() {
        return name;
    }

    /**
     * Gives what stands before the at sign.
     *
     * @return the local part without quotes; empty if what was received had none
     */
    public String localPart() {
        return localPart;
    }

    /**
     * Gives what stands after the at sign.
     *
     * @return the domain as it was given or received; empty if what was received had none
     */
    public String domain() {
        return domain;
    }

    /**
     * Gives the address for the wire: the local part quoted where needed, an international domain in its ASCII form
     * (RFC 5891).
     *
     * @return {@code local@domain}, or the local part alone if there is no domain
     */
    public String address() {
        return domain.isEmpty() ? writtenLocalPart() : writtenLocalPart() + "@" + Domains.ascii(domain);
    }

    /** The address with its domain in Unicode, for headers that may hold UTF-8. */
    String unicodeAddress() {
        return writtenLocalPart() + "@" + Domains.unicode(domain);
    }

    /**
     * Tells whether the address can be sent only over SMTPUTF8 (RFC 6531).
     *
     * @return true if the local part is not US-ASCII
     */
    public boolean needsSmtpUtf8() {
        return !Ascii.isAscii(localPart);
    }

    private String writtenLocalPart() {
        return localPart.isEmpty() || Atoms.isDotAtom(localPart) ? localPart : Atoms.quote(localPart);
    }

    @Override
    public List<Mailbox> mailboxes() {
        return List.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mailbox mailbox
                && mailbox.name.equals(name)
                && mailbox.localPart.equals(localPart)
                && key(mailbox).equals(key(this));
    }

    private static String key(Mailbox mailbox) {
        return Ascii.lower(Domains.ascii(mailbox.domain));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, localPart, key(this));
    }

    @Override
    public String toString() {
        return name.isEmpty() ? address() : name + " <" + address() + ">";
    }
}
