package dev.tegami.smime;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Assumptions;

/** The {@code openssl} command in a directory of its own; tests that need it are skipped, by name, where it is absent. */
final class OpenSsl {
    private final Path directory;

    OpenSsl(Path directory) {
        this.directory = directory;
        Assumptions.assumeTrue(isThere(), "no openssl command");
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("openssl", "version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file(String name, byte[] octets) throws IOException {
        return Files.write(directory.resolve(name), octets);
    }

    Path pem(String name, Object... things) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object each : things) {
                writer.writeObject(each);
            }
        }
        return file(name, text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    Path certificate(X509Certificate certificate) throws IOException {
        return pem(certificate.getSerialNumber() + ".crt", certificate);
    }

    Path key(PrivateKey key) throws IOException {
        return pem(System.identityHashCode(key) + ".key", key);
    }

    /** Runs it; what it says comes along where it fails. */
    byte[] run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        for (Object each : arguments) {
            command.add(each.toString());
        }
        Path out = directory.resolve("out");
        Path errors = directory.resolve("errors");
        int status = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new AssertionError(command + ": " + Files.readString(errors));
        }
        return Files.readAllBytes(out);
    }
}
