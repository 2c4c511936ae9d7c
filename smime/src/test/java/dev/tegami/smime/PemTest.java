package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Private keys in all the forms of PEM that programs have written, and in some that nobody should. */
class PemTest {
    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    @SuppressWarnings("NullAway") // set by JUnit
    private Path directory;

    private Path certificate(KeyPair keys) throws Exception {
        return new OpenSsl(directory)
                .certificate(People.WORLD.issue(new X500Name("CN=Pem"), keys, People.ofEverything("ada@example.org")));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, pkcs8 -topk8 -nocrypt",
        "RSA, pkcs8 -topk8 -v2 aes-256-cbc -passout pass:secret",
        "RSA, pkcs8 -topk8 -scrypt -passout pass:secret",
        "RSA, pkcs8 -topk8 -v1 PBE-SHA1-3DES -passout pass:secret",
        "RSA, rsa -traditional",
        "RSA, rsa -traditional -aes128 -passout pass:secret",
        "RSA, rsa -traditional -des3 -passout pass:secret",
        "P-256, ec",
        "P-256, ec -aes256 -passout pass:secret",
        "brainpoolP256r1, ec",
        "P-384, pkcs8 -topk8 -passout pass:secret",
    })
    void whatOpensslWritesIsRead(String kind, String command) throws Exception {
        OpenSsl openssl = new OpenSsl(directory);
        KeyPair keys = People.key(kind);
        List<Object> arguments = new ArrayList<>(List.of((Object[]) command.split(" ")));
        arguments.addAll(List.of("-in", openssl.key(keys.getPrivate())));
        byte[] pem = openssl.run(arguments.toArray());
        byte[] before = "Bag Attributes\n    friendlyName: Ada\n".getBytes(StandardCharsets.UTF_8);
        Path file = openssl.file("written.pem", join(before, Files.readAllBytes(certificate(keys)), pem));
        Identity ada = command.contains("secret")
                ? Identity.fromPem(file, certificate(keys), PASSWORD)
                : Identity.fromPem(file, file);
        Judged.trusted(Letters.arrived(Letters.plain().with(Smime.sign(ada))));
        if (command.contains("secret")) {
            Path certificate = certificate(keys);
            assertThatThrownBy(() -> Identity.fromPem(file, certificate))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("give its password");
            assertThatThrownBy(() -> Identity.fromPem(file, certificate, "wrong".toCharArray()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not with this password");
        }
    }

    private static byte[] join(byte[]... pieces) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] each : pieces) {
            out.write(each);
        }
        return out.toByteArray();
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }

    private void refused(String text, String because) throws IOException {
        Path file = Files.writeString(directory.resolve("hostile.pem"), text, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Identity.fromPem(file, file, PASSWORD))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(because);
    }

    @Test
    void whatIsNoKeyIsRefused() throws Exception {
        refused("", "no private key");
        refused("-----BEGIN PRIVATE KEY-----\nAAAA", "cannot be read");
        refused(pem("CERTIFICATE", new byte[10]), "no private key");
        for (String type : List.of(
                "PRIVATE KEY",
                "ENCRYPTED PRIVATE KEY",
                "RSA PRIVATE KEY",
                "EC PRIVATE KEY",
                "DSA PRIVATE KEY",
                "ANY PRIVATE KEY",
                "OPENSSH PRIVATE KEY")) {
            for (int length : new int[] {0, 1, 2, 3, 100}) {
                refused(pem(type, new byte[length]), "");
                refused(pem(type, "0000000000".repeat(length).getBytes(StandardCharsets.US_ASCII)), "");
            }
        }
        refused("""
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: NONE,zz

                AAAA
                -----END RSA PRIVATE KEY-----
                """, "cannot be read");
        refused("x".repeat((1 << 20) + 1), "longer than any key");
    }

    private static String derived(KeyDerivationFunc function) throws IOException {
        PBES2Parameters parameters = new PBES2Parameters(
                function, new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16])));
        return pem(
                "ENCRYPTED PRIVATE KEY",
                new EncryptedPrivateKeyInfo(
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), new byte[32])
                        .getEncoded());
    }

    private static KeyDerivationFunc pbkdf2(int rounds) {
        return new KeyDerivationFunc(
                PKCSObjectIdentifiers.id_PBKDF2,
                new PBKDF2Params(
                        new byte[8],
                        rounds,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE)));
    }

    private static KeyDerivationFunc scrypt(int cost, int block, int lanes) {
        return new KeyDerivationFunc(
                MiscObjectIdentifiers.id_scrypt, new ScryptParams(new byte[8], cost, block, lanes));
    }

    @Test
    void aDerivationThatWouldTakeHoursOrGigabytesIsNotTried() throws Exception {
        refused(derived(pbkdf2(Integer.MAX_VALUE)), "cannot be read");
        refused(derived(scrypt(1 << 30, 8, 1)), "cannot be read");
        refused(derived(scrypt(1 << 4, 1 << 26, 1)), "cannot be read");
        refused(derived(scrypt(1 << 4, 8, 1 << 26)), "cannot be read");
        assertThat(directory).isNotEmptyDirectory();
    }
}
