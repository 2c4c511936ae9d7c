package dev.tegami.net;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Whom to trust and what to show in TLS. TLS 1.2 is the least; the certificate must carry the server's name as RFC 9525
 * asks (subject alternative names only, never the common name). Immutable; share one value among connections.
 *
 * <pre>{@code
 * TlsOptions ours = TlsOptions.defaults().trust(Path.of("our-ca.pem")).identity(identity);
 * }</pre>
 *
 * @param anchors certificates trusted beside the platform's or, with {@link Trusted#GIVEN_ONLY}, alone
 * @param trusted whether the platform's trust anchors count
 * @param identity the key and certificates shown to a server that asks for them
 * @param pins SHA-256 hashes of public keys (SubjectPublicKeyInfo), in base64; one must be in the server's chain
 * @param applicationProtocols ALPN identifiers to offer, such as {@code imap}; none by default, since some servers refuse those they do not know
 * @param serverName the name to ask for (SNI) and to find in the certificate in place of the host
 * @param context a context of the caller's own; then anchors and identity are its business, name and pins are still checked
 * @param binding finds what a login can be bound to in connections that the context makes
 */
public record TlsOptions(
        List<X509Certificate> anchors,
        Trusted trusted,
        Optional<ClientIdentity> identity,
        List<String> pins,
        List<String> applicationProtocols,
        Optional<String> serverName,
        Optional<SSLContext> context,
        Optional<TlsBinding> binding) {
    private static final TlsOptions DEFAULTS = new TlsOptions(
            List.of(),
            Trusted.PLATFORM_AND_GIVEN,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Which trust anchors count. */
    public enum Trusted {
        /** Those of the Java platform, and those given. */
        PLATFORM_AND_GIVEN,
        /** Only those given. */
        GIVEN_ONLY
    }

    /**
     * Copies the lists.
     *
     * @param anchors certificates trusted beside the platform's or, with {@link Trusted#GIVEN_ONLY}, alone
     * @param trusted whether the platform's trust anchors count
     * @param identity the key and certificates shown to a server that asks for them
     * @param pins SHA-256 hashes of public keys (SubjectPublicKeyInfo), in base64; one must be in the server's chain
     * @param applicationProtocols ALPN identifiers to offer, such as {@code imap}; none by default, since some servers refuse those they do not know
     * @param serverName the name to ask for (SNI) and to find in the certificate in place of the host
     * @param context a context of the caller's own; then anchors and identity are its business, name and pins are still checked
     * @param binding finds what a login can be bound to in connections that the context makes
     */
    public TlsOptions {
        anchors = List.copyOf(anchors);
        pins = List.copyOf(pins);
        applicationProtocols = List.copyOf(applicationProtocols);
    }

    /**
     * Gives the defaults: the platform's trust anchors, no client certificate, no pins, no ALPN.
     *
     * @return the defaults
     */
    public static TlsOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Trusts more certificates.
     *
     * @param more certificates of authorities, or of the server itself
     * @return the changed copy
     */
    public TlsOptions trust(X509Certificate... more) {
        List<X509Certificate> all = new ArrayList<>(anchors);
        all.addAll(Arrays.asList(more));
        return new TlsOptions(all, trusted, identity, pins, applicationProtocols, serverName, context, binding);
    }

    /**
     * Trusts the certificates of a file.
     *
     * @param file one or more PEM certificates, or one in DER; read now
     * @return the changed copy
     * @throws IOException if the file cannot be read or holds no certificate
     */
    public TlsOptions trust(Path file) throws IOException {
        return trust(Certificates.read(file).toArray(X509Certificate[]::new));
    }

    /**
     * Trusts the given anchors alone, not the platform's.
     *
     * @return the changed copy
     */
    public TlsOptions trustGivenOnly() {
        return new TlsOptions(
                anchors, Trusted.GIVEN_ONLY, identity, pins, applicationProtocols, serverName, context, binding);
    }

    /**
     * Shows a client certificate to a server that asks.
     *
     * @param shown the key and its certificates
     * @return the changed copy
     */
    public TlsOptions identity(ClientIdentity shown) {
        return new TlsOptions(
                anchors, trusted, Optional.of(shown), pins, applicationProtocols, serverName, context, binding);
    }

    /**
     * Demands that one certificate of the server's chain has a known public key, on top of the usual trust.
     *
     * @param hashes SHA-256 of the SubjectPublicKeyInfo in base64 (RFC 7469 §2.4); give a spare one
     * @return the changed copy
     * @throws IllegalArgumentException for a hash that is not 32 octets in base64
     */
    public TlsOptions pin(String... hashes) {
        List<String> all = new ArrayList<>(pins);
        for (String hash : hashes) {
            all.add(Certificates.checkedPin(hash));
        }
        return new TlsOptions(anchors, trusted, identity, all, applicationProtocols, serverName, context, binding);
    }

    /**
     * Offers application protocols (ALPN, RFC 7301).
     *
     * @param identifiers registered identifiers, the preferred one first
     * @return the changed copy
     */
    public TlsOptions applicationProtocols(String... identifiers) {
        return new TlsOptions(anchors, trusted, identity, pins, List.of(identifiers), serverName, context, binding);
    }

    /**
     * Asks for another name than the host and expects it in the certificate, such as the name of a domain whose
     * servers are found elsewhere.
     *
     * @param name a DNS name
     * @return the changed copy
     */
    public TlsOptions serverName(String name) {
        return new TlsOptions(
                anchors, trusted, identity, pins, applicationProtocols, Optional.of(name), context, binding);
    }

    /**
     * Uses a context of the caller's own, for instance of another provider.
     *
     * @param own the context
     * @return the changed copy
     */
    public TlsOptions context(SSLContext own) {
        return new TlsOptions(
                anchors, trusted, identity, pins, applicationProtocols, serverName, Optional.of(own), Optional.empty());
    }

    /**
     * Uses a context of the caller's own, of a provider that tells what logins can be bound to.
     *
     * @param own the context
     * @param bound finds it in connections of the context
     * @return the changed copy
     */
    public TlsOptions context(SSLContext own, TlsBinding bound) {
        return new TlsOptions(
                anchors,
                trusted,
                identity,
                pins,
                applicationProtocols,
                serverName,
                Optional.of(own),
                Optional.of(bound));
    }
}
