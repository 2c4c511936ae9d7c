package dev.tegami.smime;

import dev.tegami.dns.Association;
import dev.tegami.dns.Associations;
import dev.tegami.dns.DnsFailed;
import dev.tegami.dns.Resolver;
import dev.tegami.mime.Mailbox;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.MailNames;
import dev.tegami.smime.internal.MalformedCms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Certificates in the DNS (RFC 8162), and those from elsewhere that the DNS confirms. */
record SmimeaSource(Resolver resolver, CertificateSource others) implements CertificateSource {
    /** So much of SHA-256 is in the name. */
    private static final int HASHED = 28;

    /** Records that are looked at. */
    private static final int MOST = 64;

    private static final int WITH_PATH = 1;
    private static final int ALONE = 3;

    /** The name at which a mailbox's records are: its local part is hashed as it is, in the one Unicode form. */
    static String owner(Mailbox mailbox) {
        byte[] local =
                Normalizer.normalize(mailbox.localPart(), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        byte[] hash = Arrays.copyOf(DigestAlgorithm.SHA256.of(local), HASHED);
        return HexFormat.of().formatHex(hash) + "._smimecert." + MailNames.ascii(mailbox.domain());
    }

    @Override
    public List<X509Certificate> find(Mailbox mailbox) {
        Associations answer;
        try {
            answer = resolver.associations(owner(mailbox));
        } catch (DnsFailed e) {
            throw new LookupFailed("the DNS does not tell the certificates of " + mailbox.address(), e);
        }
        List<Association> records = answer.records().stream()
                .filter(each -> each.usage() == WITH_PATH || each.usage() == ALONE)
                .limit(MOST)
                .toList();
        if (records.isEmpty()) {
            return List.of();
        }
        if (answer.authenticity() != Associations.Authenticity.AUTHENTICATED) {
            throw new LookupFailed(
                    "the DNS tells certificates of " + mailbox.address() + ", and nothing vouches for it",
                    new SecurityException("not authenticated by DNSSEC: give a Resolver that validates"));
        }
        List<X509Certificate> found = new ArrayList<>();
        records.forEach(each -> whole(each).ifPresent(found::add));
        others.find(mailbox).stream()
                .filter(certificate -> records.stream().anyMatch(each -> matches(each, certificate)))
                .filter(certificate -> !found.contains(certificate))
                .forEach(found::add);
        return found;
    }

    /** The certificate itself, where the record holds all of it. */
    private static Optional<X509Certificate> whole(Association record) {
        try {
            return record.selector() == 0 && record.matching() == 0
                    ? Optional.of(Certificates.parse(record.data()))
                    : Optional.empty();
        } catch (MalformedCms e) {
            return Optional.empty();
        }
    }

    static boolean matches(Association record, X509Certificate certificate) {
        byte[] chosen =
                switch (record.selector()) {
                    case 0 -> Certificates.encoded(certificate);
                    case 1 -> certificate.getPublicKey().getEncoded();
                    default -> new byte[0];
                };
        byte[] compared =
                switch (record.matching()) {
                    case 0 -> chosen;
                    case 1 -> DigestAlgorithm.SHA256.of(chosen);
                    case 2 -> DigestAlgorithm.SHA512.of(chosen);
                    default -> new byte[0];
                };
        return chosen.length > 0 && compared.length > 0 && MessageDigest.isEqual(compared, record.data());
    }
}
