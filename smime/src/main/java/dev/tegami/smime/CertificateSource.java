package dev.tegami.smime;

import dev.tegami.dns.Resolver;
import dev.tegami.mime.Mailbox;
import java.security.GeneralSecurityException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where certificates of recipients are looked for. What is found is not believed for being found: {@link
 * Smime#encryptFor(dev.tegami.mime.Message, CertificateSource, Trust)} takes only what names the mailbox, allows
 * encryption, and has a path to an anchor. Called on the thread that encrypts; keep it bounded in time. An implementation
 * must be safe for use by several threads.
 *
 * <pre>{@code
 * CertificateSource source = CertificateSource.of(store).or(CertificateSource.of(addressBook));
 * Message sealed = note.with(Smime.encryptFor(note, source, trust));
 * }</pre>
 */
@FunctionalInterface
public interface CertificateSource {
    /**
     * Looks for somebody's certificates.
     *
     * @param mailbox whose
     * @return what was found, not yet checked, the best first; empty if nothing was
     * @throws LookupFailed if it cannot be told what there is
     */
    List<X509Certificate> find(Mailbox mailbox);

    /**
     * Looks elsewhere as well, after this one.
     *
     * @param next where
     * @return a source that finds what both find; the second is not asked if the first fails
     */
    default CertificateSource or(CertificateSource next) {
        return mailbox -> {
            List<X509Certificate> all = new ArrayList<>(find(mailbox));
            all.addAll(next.find(mailbox));
            return all;
        };
    }

    /**
     * Looks among certificates at hand.
     *
     * @param certificates the certificates
     * @return the source
     */
    static CertificateSource of(Collection<X509Certificate> certificates) {
        List<X509Certificate> all = List.copyOf(certificates);
        return mailbox ->
                all.stream().filter(each -> AuthorCheck.isNamed(mailbox, each)).toList();
    }

    /**
     * Looks in a store of the Java platform.
     *
     * @param store the store
     * @return the source
     */
    static CertificateSource of(CertStore store) {
        return mailbox -> {
            X509CertSelector selector = new X509CertSelector();
            List<X509Certificate> found = new ArrayList<>();
            try {
                for (Certificate each : store.getCertificates(selector)) {
                    if (each instanceof X509Certificate certificate && AuthorCheck.isNamed(mailbox, certificate)) {
                        found.add(certificate);
                    }
                }
            } catch (GeneralSecurityException e) {
                throw new LookupFailed("the store of certificates does not answer: " + e.getMessage(), e);
            }
            return found;
        };
    }

    /**
     * Looks in the DNS (SMIMEA, RFC 8162), which is believed only where DNSSEC vouches for it. Found are certificates that
     * are there as a whole, and those from elsewhere that a record confirms.
     *
     * @param resolver whom to ask: one that checks DNSSEC, which the Java platform's cannot
     * @param others where certificates come from for records that only hold a hash or a key
     * @return the source; it throws {@link LookupFailed} for records that DNSSEC does not vouch for
     */
    static CertificateSource of(Resolver resolver, CertificateSource others) {
        return new SmimeaSource(resolver, others);
    }

    /**
     * Looks among what people signed: the certificates that they wanted answers to be encrypted to.
     *
     * @param store what was learned
     * @return the source
     */
    static CertificateSource of(CapabilityStore store) {
        return mailbox ->
                store.find(mailbox).flatMap(Capabilities::certificate).stream().toList();
    }
}
