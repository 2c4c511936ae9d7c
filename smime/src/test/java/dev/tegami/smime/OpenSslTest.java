package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both directions with the {@code openssl cms} command. */
class OpenSslTest {
    private final OpenSsl openssl;
    private final Trust trust = People.WORLD.trust();

    OpenSslTest(@TempDir Path directory) {
        openssl = new OpenSsl(directory);
    }

    /** A person whose private key can be written to a file. */
    private record Person(KeyPair keys, Identity identity) {
        static Person of(String address, String kind) {
            KeyPair keys = People.key(kind);
            People.Options options = new People.Options(
                    address,
                    KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.keyAgreement,
                    KeyPurposeId.id_kp_emailProtection,
                    Duration.ofDays(30));
            return new Person(
                    keys,
                    Identity.of(
                            keys.getPrivate(),
                            People.WORLD.issue(new X500Name("CN=" + address), keys, options),
                            People.WORLD.root));
        }
    }

    private void verifies(Message signed) throws Exception {
        Path file = openssl.file("signed.eml", signed.toBytes());
        Path ca = openssl.certificate(People.WORLD.root);
        byte[] content = openssl.run("cms", "-verify", "-in", file, "-CAfile", ca, "-purpose", "smimesign");
        assertThat(Message.parse(content).text().orElseThrow()).contains("Grüße, Bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "P-256", "P-384", "P-521", "brainpoolP256r1"})
    void opensslVerifiesWhatWeSign(String kind) throws Exception {
        Person ada = Person.of("ada@example.org", kind);
        verifies(Letters.plain().with(Smime.sign(ada.identity())));
        verifies(Letters.plain().with(Smime.sign(ada.identity()).opaque()));
    }

    @Test
    void opensslVerifiesPss() throws Exception {
        verifies(Letters.plain().with(Smime.sign(People.ADA).algorithm(SignatureAlgorithm.RSA_PSS_SHA256)));
        verifies(Letters.plain().with(Smime.sign(People.ADA).algorithm(SignatureAlgorithm.RSA_PSS_SHA512)));
    }

    @Test
    void opensslVerifiesSeveralSigners() throws Exception {
        verifies(Letters.plain().with(Smime.sign(People.ADA, People.CURVE)));
    }

    @ParameterizedTest
    @EnumSource(value = ContentCipher.class, mode = EnumSource.Mode.EXCLUDE, names = "CHACHA20_POLY1305")
    void opensslDecryptsWhatWeEncrypt(ContentCipher cipher) throws Exception {
        Person rsa = Person.of("bob@example.net", "RSA");
        Person curve = Person.of("bob@example.net", "P-256");
        Encryption encryption = Smime.encrypt(
                        rsa.identity().certificate(), curve.identity().certificate())
                .cipher(cipher);
        for (Encryption each : List.of(encryption, encryption.rsaPkcs1())) {
            Path file = openssl.file("sealed.eml", Letters.plain().with(each).toBytes());
            for (Person person : List.of(rsa, curve)) {
                byte[] content = openssl.run(
                        "cms",
                        "-decrypt",
                        "-in",
                        file,
                        "-inkey",
                        openssl.key(person.keys().getPrivate()),
                        "-recip",
                        openssl.certificate(person.identity().certificate()));
                assertThat(Message.parse(content).text().orElseThrow()).contains("Grüße, Bob");
            }
        }
    }

    private static final String CONTENT = "Content-Type: text/plain\r\n\r\nfrom the other side\r\n";

    private static Message arrived(byte[] made) {
        String header = "From: ada@example.org\r\nTo: bob@example.net\r\n";
        byte[] head = header.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + made.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(made, 0, whole, head.length, made.length);
        return Message.parse(whole);
    }

    @ParameterizedTest
    @CsvSource({"RSA,sha256", "RSA,sha512", "P-256,sha256", "P-384,sha384", "brainpoolP256r1,sha256"})
    void weVerifyWhatOpensslSigns(String kind, String digest) throws Exception {
        Person ada = Person.of("ada@example.org", kind);
        Path in = openssl.file("in", CONTENT.getBytes(StandardCharsets.US_ASCII));
        for (List<String> form : List.of(List.<String>of(), List.of("-nodetach"), List.of("-nodetach", "-stream"))) {
            List<Object> command = new java.util.ArrayList<>(List.of(
                    "cms",
                    "-sign",
                    "-in",
                    in,
                    "-binary",
                    "-md",
                    digest,
                    "-inkey",
                    openssl.key(ada.keys().getPrivate()),
                    "-signer",
                    openssl.certificate(ada.identity().certificate())));
            command.addAll(form);
            Opened opened = Smime.open(arrived(openssl.run(command.toArray())), Keys.none(), trust);
            assertThat(opened.verdict().reasons())
                    .extracting(Reason::code)
                    .isSubsetOf(Reason.Code.REVOCATION_UNKNOWN, Reason.Code.LINE_ENDS_MENDED);
            assertThat(opened.isTrusted()).isTrue();
            assertThat(opened.message().text().orElseThrow()).contains("from the other side");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSA,aes-128-cbc,", "RSA,aes-256-gcm,", "RSA,aes-256-cbc,rsa_padding_mode:oaep",
        "P-256,aes-256-gcm,", "P-384,aes-192-cbc,ecdh_kdf_md:sha384", "P-256,aes-128-gcm,ecdh_cofactor_mode:1"
    })
    void weDecryptWhatOpensslEncrypts(String kind, String cipher, String option) throws Exception {
        Person bob = Person.of("bob@example.net", kind);
        Path in = openssl.file("in", CONTENT.getBytes(StandardCharsets.US_ASCII));
        List<Object> command = new java.util.ArrayList<>(List.of(
                "cms",
                "-encrypt",
                "-in",
                in,
                "-binary",
                "-" + cipher,
                "-recip",
                openssl.certificate(bob.identity().certificate())));
        if (option != null) {
            command.addAll(List.of("-keyopt", option));
        }
        Opened opened = Smime.open(arrived(openssl.run(command.toArray())), Keys.of(bob.identity()), trust);
        assertThat(opened.isDecrypted()).as(opened.verdict().toString()).isTrue();
        assertThat(opened.message().text().orElseThrow()).contains("from the other side");
    }
}
