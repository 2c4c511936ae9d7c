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
 * Whom to believe: the anchors, certificates that help to find a path to them, and revocation lists. Nothing is ever
 * fetched. Immutable and safe to share.
 *
 * <pre>{@code
 * Trust trust = Trust.pem(Path.of("ca.pem"));
 * }</pre>
 *
 * @param anchors the certificates of trusted authorities
 * @param certificates other certificates, believed only by way of an anchor
 * @param revocations revocation lists, believed only if an authority on the path signed them
 */
public record Trust(List<X509Certificate> anchors, List<X509Certificate> certificates, List<X509CRL> revocations) {
    /**
     * Takes copies of the collections.
     *
     * @param anchors the certificates of trusted authorities
     * @param certificates other certificates, believed only by way of an anchor
     * @param revocations revocation lists, believed only if an authority on the path signed them
     */
    public Trust {
        anchors = anchors.stream().map(Certificates::ours).toList();
        certificates = certificates.stream().map(Certificates::ours).toList();
        revocations = List.copyOf(revocations);
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
        return new Trust(anchors, all, revocations);
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
        return new Trust(anchors, certificates, all);
    }
}
