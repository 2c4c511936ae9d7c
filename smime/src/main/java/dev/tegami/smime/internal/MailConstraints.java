package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;

/**
 * What authorities on a path say of mail names goes for SmtpUTF8Mailbox too (RFC 9598 section 6); path validation
 * itself knows such constraints for rfc822Name only.
 */
final class MailConstraints {
    private final List<String> permitted = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();

    private MailConstraints(NameConstraints constraints) throws GeneralSecurityException {
        add(constraints.getPermittedSubtrees(), permitted);
        add(constraints.getExcludedSubtrees(), excluded);
    }

    static void check(List<X509Certificate> path) throws GeneralSecurityException {
        List<String> names = MailNames.utf8(path.get(0));
        if (names.isEmpty()) {
            return;
        }
        for (X509Certificate authority : path.subList(1, path.size())) {
            Extensions extensions = Certificates.fields(authority).getExtensions();
            Extension stated = extensions == null ? null : extensions.getExtension(Extension.nameConstraints);
            if (stated != null
                    && !new MailConstraints(NameConstraints.getInstance(stated.getParsedValue())).allow(names)) {
                throw new GeneralSecurityException("an authority may not vouch for this mailbox");
            }
        }
    }

    private static void add(GeneralSubtree @Nullable [] subtrees, List<String> to) throws GeneralSecurityException {
        if (subtrees == null) {
            return;
        }
        for (GeneralSubtree subtree : subtrees) {
            GeneralName base = subtree.getBase();
            if (base.getTagNo() == GeneralName.rfc822Name) {
                to.add(ASN1IA5String.getInstance(base.getName()).getString());
            } else if (base.getTagNo() == GeneralName.otherName) {
                throw new GeneralSecurityException("a constraint on names of another form");
            }
        }
    }

    private boolean allow(List<String> names) {
        return names.stream()
                .allMatch(name -> (permitted.isEmpty() || permitted.stream().anyMatch(each -> isWithin(name, each)))
                        && excluded.stream().noneMatch(each -> isWithin(name, each)));
    }

    /** A constraint is one mailbox, all of a host, or with a leading dot all hosts below a domain. */
    private static boolean isWithin(String name, String constraint) {
        int at = name.lastIndexOf('@');
        String domain = MailNames.ascii(name.substring(at + 1));
        if (constraint.startsWith(".")) {
            return domain.endsWith(constraint.toLowerCase(Locale.ROOT));
        }
        int own = constraint.lastIndexOf('@');
        String host = constraint.substring(own + 1).toLowerCase(Locale.ROOT);
        return domain.equals(host)
                && (own < 0 || constraint.substring(0, own).equals(name.substring(0, Math.max(0, at))));
    }
}
