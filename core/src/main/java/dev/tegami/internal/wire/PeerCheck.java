package dev.tegami.internal.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Checks that a trusted certificate belongs to the server we meant (RFC 9525): DNS names and addresses of the subject
 * alternative names only, a wildcard only as the whole leftmost label; and that a pinned key is in the chain.
 */
final class PeerCheck {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private PeerCheck() {}

    static void check(String host, List<String> pins, SSLSession session) throws IOException {
        Certificate[] chain = session.getPeerCertificates();
        if (!(chain[0] instanceof X509Certificate leaf)) {
            throw new SSLPeerUnverifiedException("the server showed no X.509 certificate");
        }
        checkName(host, leaf);
        checkPins(pins, chain);
    }

    static void checkName(String host, X509Certificate leaf) throws IOException {
        boolean address = HostName.isAddress(host);
        List<String> names = names(leaf, address ? IP_ADDRESS : DNS_NAME);
        for (String name : names) {
            if (address ? sameAddress(host, name) : matches(HostName.ascii(host), name)) {
                return;
            }
        }
        throw new SSLPeerUnverifiedException(
                "the certificate is for " + (names.isEmpty() ? "no such kind of name" : names) + ", not for " + host);
    }

    private static List<String> names(X509Certificate leaf, int kind) throws SSLException {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = leaf.getSubjectAlternativeNames();
            if (all != null) {
                for (List<?> entry : all) {
                    if (entry.get(0).equals(kind) && entry.get(1) instanceof String name) {
                        names.add(name);
                    }
                }
            }
            return names;
        } catch (CertificateParsingException e) {
            throw new SSLException("the certificate's names cannot be read", e);
        }
    }

    static boolean matches(String host, String pattern) {
        String name = pattern.toLowerCase(Locale.ROOT);
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0
                && name.indexOf('*', 1) < 0
                && name.indexOf('.', 2) > 0
                && name.substring(1).equals(host.substring(dot));
    }

    private static boolean sameAddress(String host, String name) {
        try {
            return InetAddress.getByName(host).equals(InetAddress.getByName(name));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void checkPins(List<String> pins, Certificate[] chain) throws SSLException {
        if (pins.isEmpty()) {
            return;
        }
        for (Certificate certificate : chain) {
            if (pins.contains(pin(certificate))) {
                return;
            }
        }
        throw new SSLPeerUnverifiedException("no key of the server's chain is pinned; its own is " + pin(chain[0]));
    }

    private static String pin(Certificate certificate) throws SSLException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getPublicKey().getEncoded());
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new SSLException("SHA-256 is missing", e);
        }
    }
}
