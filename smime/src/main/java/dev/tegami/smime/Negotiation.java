package dev.tegami.smime;

import dev.tegami.smime.internal.MailNames;
import dev.tegami.smime.internal.RecipientSpec;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which cipher recipients have in common, by what is known of them (RFC 8551 section 2.7.1). */
record Negotiation(CapabilityStore store, ContentCipher floor, ContentCipher standard) {
    /** The best first: those that notice changes; of equally strong ones the faster. */
    private static final List<ContentCipher> BEST = List.of(
            ContentCipher.AES_256_GCM,
            ContentCipher.CHACHA20_POLY1305,
            ContentCipher.AES_192_GCM,
            ContentCipher.AES_128_GCM,
            ContentCipher.AES_256_CBC,
            ContentCipher.AES_192_CBC,
            ContentCipher.AES_128_CBC);

    private Optional<Capabilities> known(X509Certificate certificate) {
        for (String name : MailNames.of(certificate, false)) {
            Optional<Capabilities> found = MailboxNames.mailbox(name).flatMap(store::find);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What one recipient reads and is good enough; of whom nothing is known, the standard is taken for granted. */
    private Set<ContentCipher> ciphers(X509Certificate certificate) {
        Set<ContentCipher> known = known(certificate)
                .filter(each -> !each.identifiers().isEmpty())
                .map(Capabilities::ciphers)
                .orElseGet(() -> EnumSet.of(standard));
        known.removeIf(each -> BEST.indexOf(each) > BEST.indexOf(floor));
        return known;
    }

    /** The best cipher for all. */
    ContentCipher common(List<X509Certificate> certificates) {
        Set<ContentCipher> left = new LinkedHashSet<>(BEST);
        certificates.forEach(each -> left.retainAll(ciphers(each)));
        return left.stream()
                .findFirst()
                .map(best -> certificates.isEmpty() ? standard : best)
                .orElseThrow(() -> new SmimeException(
                        "no cipher from " + floor + " on is known to all of "
                                + certificates.stream()
                                        .map(each ->
                                                each.getSubjectX500Principal().getName())
                                        .toList(),
                        "ask for Encryption.split and its copies, or lower the floor"));
    }

    /** One group for each best cipher. */
    List<List<X509Certificate>> groups(List<X509Certificate> certificates) {
        Map<ContentCipher, List<X509Certificate>> groups = new EnumMap<>(ContentCipher.class);
        for (X509Certificate each : certificates) {
            groups.computeIfAbsent(common(List.of(each)), cipher -> new ArrayList<>())
                    .add(each);
        }
        return List.copyOf(groups.values());
    }

    /** Whether all say that they read derived keys; of whom nothing is known, that is not taken for granted. */
    boolean derives(List<X509Certificate> certificates) {
        return !certificates.isEmpty()
                && certificates.stream()
                        .allMatch(each -> known(each)
                                .filter(Capabilities::includesDerivedKeys)
                                .isPresent());
    }

    RecipientSpec.Transport transport(X509Certificate certificate, RecipientSpec.Transport wanted) {
        boolean old = known(certificate)
                .filter(each -> !each.identifiers().isEmpty() && !each.includesOaep())
                .isPresent();
        return old ? RecipientSpec.Transport.PKCS1 : wanted;
    }
}
