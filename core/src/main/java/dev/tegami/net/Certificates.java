package dev.tegami.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Certificates and pins as callers give them. */
final class Certificates {
    private Certificates() {}

    static List<X509Certificate> read(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        try {
            List<X509Certificate> found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(octets))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (found.isEmpty()) {
                throw new IOException("no certificate in " + file);
            }
            return found;
        } catch (CertificateException e) {
            throw new IOException("no readable certificate in " + file, e);
        }
    }

    static String checkedPin(String hash) {
        byte[] octets = Base64.getDecoder().decode(hash);
        if (octets.length != 32) {
            throw new IllegalArgumentException("a pin is the base64 of 32 octets, not of " + octets.length);
        }
        return Base64.getEncoder().encodeToString(octets);
    }
}
