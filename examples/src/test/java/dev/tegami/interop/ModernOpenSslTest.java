package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tegami.mime.Message;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Policy;
import dev.tegami.smime.Signing;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The signatures that Debian 12's programs do not know, with the OpenSSL of Debian 13, whose root stands beside the real
 * servers: it verifies ours, and we its.
 */
@Tag("interop")
class ModernOpenSslTest {
    private static final SmimeAuthority AUTHORITY = new SmimeAuthority();
    private static final Policy POLICY = Policy.standard().revocation(Policy.Revocation.WHEN_KNOWN);

    private final Program program;
    private final Path root;

    ModernOpenSslTest(@TempDir Path directory) {
        this.program = new Program(directory, Map.of());
        this.root = Path.of(System.getProperty("tegami.servers", "")).resolveSibling("trixie");
    }

    private byte[] openssl(Object... words) throws IOException, InterruptedException {
        Path loader = root.resolve("usr/lib64/ld-linux-x86-64.so.2");
        assumeTrue(Files.exists(loader), "no root of Debian 13 beside the file that -Dtegami.servers names");
        List<Object> command = new ArrayList<>(List.of(loader, "--library-path"));
        command.add(root.resolve("usr/lib/x86_64-linux-gnu"));
        command.add(root.resolve("usr/bin/openssl"));
        command.addAll(List.of(words));
        return program.run(command.toArray());
    }

    private void isVerified(Message signed) throws IOException, InterruptedException {
        Path in = program.file("signed.eml", signed.toBytes());
        openssl("cms", "-verify", "-in", in, "-CAfile", "authority.crt", "-purpose", "smimesign");
    }

    @ParameterizedTest
    @CsvSource({
        "ML-DSA-44, sha512",
        "ML-DSA-65, sha512",
        "ML-DSA-87, sha512",
        "SLH-DSA-SHA2-128F, sha256",
        "SLH-DSA-SHA2-192F, sha512"
    })
    void signaturesGoBothWays(String kind, String digest) throws Exception {
        SmimePerson ada = AUTHORITY.person(kind);
        Path directory = program.directory();
        ada.authorityFile(directory);
        Signing signing = Smime.sign(ada.identity());
        isVerified(SmimeMail.letter().with(signing));
        isVerified(SmimeMail.letter().with(signing.opaque()));
        String spoilt = new String(SmimeMail.letter().with(signing).toBytes(), StandardCharsets.US_ASCII)
                .replace("the words", "my words");
        assertThatThrownBy(() -> isVerified(Message.parse(spoilt.getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(Program.Failed.class);

        program.file("part", SmimeMail.PART);
        Path certificate = ada.certificateFile(directory);
        Path key = ada.keyFile(directory);
        for (String form : List.of("-nodetach", "-stream")) {
            byte[] made = openssl(
                    "cms",
                    "-sign",
                    "-binary",
                    "-in",
                    "part",
                    "-signer",
                    certificate,
                    "-inkey",
                    key,
                    "-md",
                    digest,
                    form);
            Opened opened = Smime.open(SmimeMail.arrived(made), Keys.none(), Trust.of(AUTHORITY.certificate()), POLICY);
            assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        }
    }
}
