package dev.tegami.smime.internal;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.MimeException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** The mail addresses of a certificate: rfc822Name, SmtpUTF8Mailbox (RFC 9598), and on request the old emailAddress. */
public final class MailNames {
    private static final ASN1ObjectIdentifier SMTP_UTF8 = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");

    private MailNames() {}

    public static List<String> of(X509Certificate certificate, boolean alsoSubject) {
        TBSCertificate fields = Certificates.fields(certificate);
        List<String> names = new ArrayList<>();
        try {
            Extensions extensions = fields.getExtensions();
            Extension alternative =
                    extensions == null ? null : extensions.getExtension(Extension.subjectAlternativeName);
            if (alternative != null) {
                for (GeneralName name :
                        GeneralNames.getInstance(alternative.getParsedValue()).getNames()) {
                    add(name, names);
                }
            }
            if (alsoSubject && names.isEmpty()) {
                for (RDN each : fields.getSubject().getRDNs(PKCSObjectIdentifiers.pkcs_9_at_emailAddress)) {
                    names.add(((ASN1String) each.getFirst().getValue()).getString());
                }
            }
        } catch (RuntimeException e) {
            return List.of(); // names that cannot be read name nobody
        }
        return names;
    }

    /** The mail address that a name is; empty for names of other kinds. */
    public static Optional<String> of(GeneralName name) {
        List<String> names = new ArrayList<>();
        add(name, names);
        return names.stream().findFirst();
    }

    /** A mailbox as a name: rfc822Name, or SmtpUTF8Mailbox where its local part is not ASCII. */
    public static GeneralName name(Mailbox mailbox) {
        String address = mailbox.localPart() + "@" + ascii(mailbox.domain());
        return address.chars().allMatch(c -> c < 0x80)
                ? new GeneralName(GeneralName.rfc822Name, address)
                : new GeneralName(GeneralName.otherName, new OtherName(SMTP_UTF8, new DERUTF8String(address)));
    }

    private static void add(GeneralName name, List<String> names) {
        if (name.getTagNo() == GeneralName.rfc822Name) {
            names.add(ASN1IA5String.getInstance(name.getName()).getString());
        } else if (name.getTagNo() == GeneralName.otherName) {
            OtherName other = OtherName.getInstance(name.getName());
            if (other.getTypeID().equals(SMTP_UTF8)) {
                names.add(ASN1UTF8String.getInstance(other.getValue()).getString());
            }
        }
    }

    /**
     * A domain in its ASCII form, in lower case: by IDNA2008, as addresses are written. The JDK's IDNA2003 would take a
     * domain with a sharp s for somebody else's with two.
     */
    public static String ascii(String domain) {
        try {
            return Mailbox.of("x", domain).address().substring(2).toLowerCase(Locale.ROOT);
        } catch (MimeException e) {
            return domain;
        }
    }

    /** Those whose local part need not be ASCII. */
    static List<String> utf8(X509Certificate certificate) throws GeneralSecurityException {
        Extensions extensions = Certificates.fields(certificate).getExtensions();
        Extension alternative = extensions == null ? null : extensions.getExtension(Extension.subjectAlternativeName);
        List<String> names = new ArrayList<>();
        try {
            if (alternative != null) {
                for (GeneralName name :
                        GeneralNames.getInstance(alternative.getParsedValue()).getNames()) {
                    if (name.getTagNo() == GeneralName.otherName) {
                        add(name, names);
                    }
                }
            }
        } catch (RuntimeException e) {
            throw new GeneralSecurityException("names that cannot be read", e);
        }
        return names;
    }
}
