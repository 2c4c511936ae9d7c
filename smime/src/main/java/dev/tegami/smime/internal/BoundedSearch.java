package dev.tegami.smime.internal;

import java.security.Provider;
import java.security.cert.CRL;
import java.security.cert.CRLSelector;
import java.security.cert.CertSelector;
import java.security.cert.CertStore;
import java.security.cert.CertStoreException;
import java.security.cert.CertStoreSpi;
import java.security.cert.Certificate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Certificates and revocation lists for one search, which ends after so many questions. A path builder tries every way
 * through certificates that bear one name, and a message may hold enough of them for it never to end.
 */
final class BoundedSearch extends CertStore {
    private BoundedSearch(Questions questions, Provider provider) {
        super(questions, provider, "Bounded", null);
    }

    static CertStore over(
            Collection<? extends Certificate> certificates, Collection<? extends CRL> lists, int questions) {
        try {
            return new BoundedSearch(
                    new Questions(List.copyOf(certificates), List.copyOf(lists), questions), Crypto.BC);
        } catch (java.security.InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("there are no parameters", e);
        }
    }

    private static final class Questions extends CertStoreSpi {
        private final List<Certificate> certificates;
        private final List<CRL> lists;
        private int left;

        Questions(List<Certificate> certificates, List<CRL> lists, int most)
                throws java.security.InvalidAlgorithmParameterException {
            super(null);
            this.certificates = certificates;
            this.lists = lists;
            this.left = most;
        }

        private void ask() throws CertStoreException {
            if (left-- <= 0) {
                throw new CertStoreException("too many ways to search");
            }
        }

        @Override
        public Collection<Certificate> engineGetCertificates(@Nullable CertSelector selector)
                throws CertStoreException {
            ask();
            return certificates.stream()
                    .filter(each -> selector == null || selector.match(each))
                    .toList();
        }

        @Override
        public Collection<CRL> engineGetCRLs(@Nullable CRLSelector selector) throws CertStoreException {
            ask();
            return lists.stream()
                    .filter(each -> selector == null || selector.match(each))
                    .toList();
        }
    }
}
