package dev.tegami.smime;

import dev.tegami.smime.internal.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom to believe: the anchors, certificates that help to find a path to them, and what tells of
 * revocations. Nothing is fetched unless a {@link RevocationSource} does. Immutable and safe to share.
 *
 * <pre>{@code
 * Trust trust = Trust.pem(Path.of("ca.pem"));
 * }</pre>
 *
 * @param anchors the certificates of trusted authorities
 * @param certificates other certificates, believed only by way of an anchor
 * @param revocations revocation lists, believed only if an authority on the path signed them
 * @param responses answers of OCSP responders, believed only from the issuer or a responder it appointed
 * @param source where to look when all of these do not tell
 * @param authorities the certificates of trusted authorities for timestamps, which vouch for nothing else
 */
public record Trust(
        List<X509Certificate> anchors,
        List<X509Certificate> certificates,
        List<X509CRL> revocations,
        List<OcspResponse> responses,
        RevocationSource source,
        List<X509Certificate> authorities) {
    /**
     * Takes copies of the collections.
     *
     * @param anchors the certificates of trusted authorities
     * @param certificates other certificates, believed only by way of an anchor
     * @param revocations revocation lists, believed only if an authority on the path signed them
     * @param responses answers of OCSP responders, believed only from the issuer or a responder it appointed
     * @param source where to look when all of these do not tell
     * @param authorities the certificates of trusted authorities for timestamps, which vouch for nothing else
     */
    public Trust {
        anchors = anchors.stream().map(Certificates::ours).toList();
        certificates = certificates.stream().map(Certificates::ours).toList();
        revocations = List.copyOf(revocations);
        authorities = authorities.stream().map(Certificates::ours).toList();
        responses = List.copyOf(responses);
    }

    /**
     * Trusts authorities, with revocation lists only.
     *
     * @param anchors the certificates of trusted authorities
     * @param certificates other certificates, believed only by way of an anchor
     * @param revocations revocation lists, believed only if an authority on the path signed them
     */
    public Trust(List<X509Certificate> anchors, List<X509Certificate> certificates, List<X509CRL> revocations) {
        this(anchors, certificates, revocations, List.of(), RevocationSource.offline(), List.of());
    }

    /**
     * Trusts authorities.
     *
     * @param anchors their certificates
     * @return the trust
     */
    public static Trust of(X509Certificate... anchors) {
        return new Trust(List.of(anchors), List.of(), List.of());
    }

    /**
     * Trusts every certificate of a file.
     *
     * @param file certificates in PEM or DER
     * @return the trust
     * @throws IOException if the file cannot be read or holds something else
     */
    public static Trust pem(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Trust(Certificates.readAll(in), List.of(), List.of());
        }
    }

    /**
     * Trusts nobody: signatures are checked, whose they are is not.
     *
     * @return the trust
     */
    public static Trust nobody() {
        return new Trust(List.of(), List.of(), List.of());
    }

    /**
     * Adds certificates that help to find a path, or that signers do not send along.
     *
     * @param more the certificates
     * @return a new trust
     */
    public Trust knowing(X509Certificate... more) {
        List<X509Certificate> all = new ArrayList<>(certificates);
        all.addAll(List.of(more));
        return new Trust(anchors, all, revocations, responses, source, authorities);
    }

    /**
     * Adds revocation lists.
     *
     * @param more the lists
     * @return a new trust
     */
    public Trust revoking(X509CRL... more) {
        List<X509CRL> all = new ArrayList<>(revocations);
        all.addAll(List.of(more));
        return new Trust(anchors, certificates, all, responses, source, authorities);
    }

    /**
     * Adds answers of OCSP responders that were collected or handed over.
     *
     * @param more the answers
     * @return a new trust
     */
    public Trust revoking(OcspResponse... more) {
        List<OcspResponse> all = new ArrayList<>(responses);
        all.addAll(List.of(more));
        return new Trust(anchors, certificates, revocations, all, source, authorities);
    }

    /**
     * Says where to look when lists and answers at hand do not tell.
     *
     * @param changed the source, asked about certificates of valid paths only
     * @return a new trust
     */
    public Trust asking(RevocationSource changed) {
        return new Trust(anchors, certificates, revocations, responses, changed, authorities);
    }

    /**
     * Trusts authorities for timestamps (RFC 3161), whose certificates vouch for nothing else.
     *
     * @param more the certificates of roots, or of the authorities themselves
     * @return a new trust
     */
    public Trust stamping(X509Certificate... more) {
        List<X509Certificate> all = new ArrayList<>(authorities);
        all.addAll(List.of(more));
        return new Trust(anchors, certificates, revocations, responses, source, all);
    }
}
