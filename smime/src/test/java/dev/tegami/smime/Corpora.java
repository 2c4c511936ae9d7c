package dev.tegami.smime;

import dev.tegami.smime.internal.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The corpora of others; a test that needs them is skipped, by name, where there are none. */
final class Corpora {
    private Corpora() {}

    static Path root() {
        String place = System.getProperty("tegami.corpora", "");
        Assumptions.assumeFalse(place.isEmpty(), "no corpora: set -Dtegami.corpora");
        return Path.of(place);
    }

    static Path file(String name) {
        return root().resolve(name);
    }

    static X509Certificate certificate(String name) throws IOException {
        try (InputStream in = Files.newInputStream(file(name))) {
            return Certificates.readAll(in).get(0);
        }
    }

    static X509CRL revocations(String name) throws IOException, CRLException, CertificateException {
        try (InputStream in = Files.newInputStream(file(name))) {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        }
    }

    /** The octets under a PEM label, or those of a file that is not PEM. */
    static byte[] der(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("-----BEGIN");
        if (start < 0) {
            return octets;
        }
        int first = text.indexOf("-----", start + 10) + 5;
        return Base64.getMimeDecoder().decode(text.substring(first, text.indexOf("-----END", first)));
    }

    /** The lines of a table with tabs, without its heading. */
    static List<List<String>> table(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }
}
