package dev.tegami.smime;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/**
 * What somebody's mail program understands, as its owner signed it (RFC 8551 section 2.5.2), and where to encrypt to
 * (section 2.5.3). Immutable.
 *
 * @param signed when it was signed, by the signer's clock
 * @param identifiers the object identifiers of the algorithms, the best liked first
 * @param certificate what to encrypt to, after its path was checked; empty if there was none
 */
public record Capabilities(Instant signed, List<String> identifiers, Optional<X509Certificate> certificate) {
    /**
     * Takes a copy of the list.
     *
     * @param signed when it was signed, by the signer's clock
     * @param identifiers the object identifiers of the algorithms, the best liked first
     * @param certificate what to encrypt to, after its path was checked; empty if there was none
     */
    public Capabilities {
        identifiers = List.copyOf(identifiers);
    }

    /**
     * Lists the ciphers among the algorithms that this library writes.
     *
     * @return the ciphers; empty if none is known
     */
    public Set<ContentCipher> ciphers() {
        Set<ContentCipher> known = EnumSet.noneOf(ContentCipher.class);
        identifiers.forEach(each -> ContentCipher.of(each).ifPresent(known::add));
        return known;
    }

    /** Whether the program says that it reads content whose key is derived for its cipher (RFC 9709). */
    boolean includesDerivedKeys() {
        return identifiers.contains(CMSObjectIdentifiers.id_alg_cek_hkdf_sha256.getId());
    }

    /** OAEP came with authenticated ciphers (RFC 8551 section 2.3); who lists neither may know neither. */
    boolean includesOaep() {
        return identifiers.contains(PKCSObjectIdentifiers.id_RSAES_OAEP.getId())
                || ciphers().stream().anyMatch(each -> each.suite().isAuthenticated());
    }
}
