package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.CmsSigned;
import dev.tegami.smime.internal.LdapRefused;
import dev.tegami.smime.internal.LdapSession;
import dev.tegami.smime.internal.MailNames;
import dev.tegami.smime.internal.MalformedCms;
import java.io.EOFException;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** One search for a mailbox, and what certificates there are in the answer. */
final class LdapSearch {
    private static final int MOST_CERTIFICATES = 64;
    private static final int LONGEST = 256 * 1024;

    private LdapSearch() {}

    static List<X509Certificate> certificates(LdapSession session, String base, Mailbox mailbox) throws LdapRefused {
        String address = mailbox.localPart() + "@" + MailNames.ascii(mailbox.domain());
        List<X509Certificate> found = new ArrayList<>();
        for (byte[] octets : session.search(base, "mail", address)) {
            if (octets.length <= LONGEST) {
                for (X509Certificate each : read(octets)) {
                    if (!found.contains(each) && found.size() < MOST_CERTIFICATES) {
                        found.add(each);
                    }
                }
            }
        }
        return found;
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
