package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.CmsSigned;
import dev.tegami.smime.internal.MailNames;
import dev.tegami.smime.internal.MalformedCms;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.SizeLimitExceededException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.LdapName;

/** One search for a mailbox. What an entry holds is taken as octets, never as an object. */
record LdapSearch(LdapName base, Duration deadline) {
    static final List<String> ATTRIBUTES =
            List.of("userCertificate;binary", "userCertificate", "userSMIMECertificate;binary", "userSMIMECertificate");

    private static final int MOST_ENTRIES = 16;
    private static final int MOST_CERTIFICATES = 64;
    private static final int LONGEST = 256 * 1024;

    /** Every octet that could be grammar is written as a number (RFC 4515 section 3). */
    static String filter(Mailbox mailbox) {
        String address = mailbox.localPart() + "@" + MailNames.ascii(mailbox.domain());
        StringBuilder filter = new StringBuilder("(mail=");
        for (byte each : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "@.-_".indexOf(c) >= 0;
            filter.append(plain ? String.valueOf(c) : "\\" + HexFormat.of().toHexDigits(each));
        }
        return filter.append(')').toString();
    }

    @SuppressWarnings("BanJNDI") // what comes back is taken as octets, and no object is made of it
    List<X509Certificate> certificates(DirContext context, Mailbox mailbox) throws NamingException {
        SearchControls controls = new SearchControls(
                SearchControls.SUBTREE_SCOPE,
                MOST_ENTRIES,
                (int) Math.min(Integer.MAX_VALUE, deadline.toMillis()),
                ATTRIBUTES.toArray(String[]::new),
                false,
                false);
        List<X509Certificate> found = new ArrayList<>();
        NamingEnumeration<SearchResult> entries = context.search(base, filter(mailbox), controls);
        try {
            for (int i = 0; i < MOST_ENTRIES && entries.hasMore(); i++) {
                SearchResult entry = entries.next();
                for (String each : ATTRIBUTES) {
                    add(entry.getAttributes().get(each), found);
                }
            }
        } catch (SizeLimitExceededException e) {
            return found; // there is more than anybody has certificates
        } finally {
            entries.close();
        }
        return found;
    }

    @SuppressWarnings("BanJNDI") // values in memory
    private static void add(@org.jspecify.annotations.Nullable Attribute attribute, List<X509Certificate> found)
            throws NamingException {
        if (attribute == null) {
            return;
        }
        NamingEnumeration<?> values = attribute.getAll();
        while (values.hasMore() && found.size() < MOST_CERTIFICATES) {
            if (values.next() instanceof byte[] octets && octets.length <= LONGEST) {
                for (X509Certificate each : read(octets)) {
                    if (!found.contains(each) && found.size() < MOST_CERTIFICATES) {
                        found.add(each);
                    }
                }
            }
        }
    }

    /** A certificate, or a signature with certificates (RFC 2798 section 2.8). */
    private static List<X509Certificate> read(byte[] octets) {
        try {
            CmsSigned signed =
                    CmsSigned.read(Source.of(octets), Bounds.standard().cms());
            return Elements.all(signed.certificates(), Certificates::parse);
        } catch (MalformedCms | EOFException e) {
            return Elements.all(List.of(octets), Certificates::parse);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail", e);
        }
    }
}
