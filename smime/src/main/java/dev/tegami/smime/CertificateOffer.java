package dev.tegami.smime;

import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.CertsOnly;
import dev.tegami.smime.internal.MalformedCms;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Certificates and revocation lists that travel on their own: a certs-only message (RFC 8551 section 3.8). Nobody vouches
 * for what is in it, and nothing of it is trusted for having come: give it to {@link Trust#knowing} or {@link
 * Trust#revoking}, where only a path to an anchor counts. Immutable.
 *
 * <pre>{@code
 * Message sent = Message.compose().from(ada).to(bob).attach(CertificateOffer.of(adaCertificate).part()).build();
 * List<X509Certificate> offered = CertificateOffer.in(received.root()).map(CertificateOffer::certificates).orElse(List.of());
 * }</pre>
 *
 * @param certificates the certificates, in the order of the message
 * @param lists the revocation lists
 */
public record CertificateOffer(List<X509Certificate> certificates, List<X509CRL> lists) {
    /**
     * Takes copies of the collections.
     *
     * @param certificates the certificates, in the order of the message
     * @param lists the revocation lists
     */
    public CertificateOffer {
        certificates = certificates.stream().map(Certificates::ours).toList();
        lists = List.copyOf(lists);
    }

    /**
     * Offers certificates.
     *
     * @param certificates the certificates, with those of their issuers
     * @return the offer
     */
    public static CertificateOffer of(X509Certificate... certificates) {
        return new CertificateOffer(List.of(certificates), List.of());
    }

    /**
     * Makes a part of it: the content of a certs-only message, or an attachment.
     *
     * @return the part, application/pkcs7-mime with the smime-type certs-only
     */
    public Part part() {
        return Cms.part(Source.of(CertsOnly.of(certificates, lists)), "pkcs7-mime", "certs-only", "smime.p7c");
    }

    /**
     * Reads a part within the {@linkplain Bounds#standard standard bounds}.
     *
     * @param part a part, such as the root of a message
     * @return what it offers; empty if it is no certs-only structure or none that can be read
     * @throws UncheckedIOException if the source cannot be read
     * @throws dev.tegami.LimitExceeded if it holds more than the bounds allow
     */
    public static Optional<CertificateOffer> in(Part part) {
        return in(part, Bounds.standard());
    }

    /**
     * Reads a part. What in it is no certificate or list that can be read is left out.
     *
     * @param part a part, such as the root of a message
     * @param bounds how much it may hold
     * @return what it offers; empty if it is no certs-only structure or none that can be read
     * @throws UncheckedIOException if the source cannot be read
     * @throws dev.tegami.LimitExceeded if it holds more than the bounds allow
     */
    public static Optional<CertificateOffer> in(Part part, Bounds bounds) {
        if (!Media.mayOffer(part) || part.content().isEmpty()) {
            return Optional.empty();
        }
        try {
            return CertsOnly.read(part.content().get().decoded(), bounds.cms()).map(CertificateOffer::of);
        } catch (MalformedCms | EOFException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CertificateOffer of(CertsOnly read) {
        List<X509Certificate> certificates = new ArrayList<>(Elements.all(read.certificates(), Certificates::parse));
        return new CertificateOffer(certificates, Elements.all(read.crls(), Certificates::crl));
    }
}
