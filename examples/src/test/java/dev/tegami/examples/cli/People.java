package dev.tegami.examples.cli;

import dev.tegami.testkit.TestIdentity;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ada and Bob, and the authority that knows them, as files. */
public record People(Path folder) {
    public static People in(Path folder) throws IOException {
        TestPki pki = TestPki.shared();
        pki.authority().writePem(folder.resolve("ca.pem"));
        TestIdentity ada = pki.rsaPerson("Ada", "ada@example.org");
        ada.writePkcs12(folder.resolve("ada.p12"));
        TestIdentity bob = pki.ecPerson("Bob", "bob@example.org");
        bob.writePkcs12(folder.resolve("bob.p12"));
        bob.writePem(folder.resolve("bob.pem"));
        Files.writeString(folder.resolve("password"), "changeit\n", StandardCharsets.UTF_8);
        return new People(folder);
    }

    public String file(String name) {
        return folder.resolve(name).toString();
    }

    /** A message of Ada's to Bob, as a file. */
    public String letter() {
        String file = file("letter.eml");
        Run.piped(
                "Hello Bob\n".getBytes(StandardCharsets.UTF_8),
                "compose",
                "--from=Ada <ada@example.org>",
                "--to=bob@example.org",
                "--subject=議事録 <b>",
                "-o",
                file);
        return file;
    }

    /** The same, signed by Ada. */
    public String signed() {
        String file = file("signed.eml");
        Run.of("sign", letter(), "--key", file("ada.p12"), "--key-password-file", file("password"), "-o", file);
        return file;
    }

    /** The same, signed and encrypted for Bob. */
    public String sealed() {
        String file = file("sealed.eml");
        Run.of("encrypt", signed(), "--for", file("bob.pem"), "-o", file);
        return file;
    }
}
