package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with the keys of one person; those in which two bear one name are in the corpora of RFC 9216. */
class Pkcs12Test {
    private static final char[] PASSWORD = "sesame".toCharArray();

    private final Path file;
    private final KeyStore store;

    Pkcs12Test(@TempDir Path directory) throws Exception {
        file = directory.resolve("ada.p12");
        store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
    }

    private void add(String name, int usage) throws Exception {
        People.Options options = new People.Options(
                "ada@example.org",
                usage,
                KeyPurposeId.id_kp_emailProtection,
                People.mail("ada@example.org").life());
        People.Keyed ada = People.WORLD.keyed("RSA", options);
        X509Certificate[] chain = {ada.identity().certificate(), People.WORLD.root};
        store.setKeyEntry(name, ada.key(), PASSWORD, chain);
    }

    private void write() throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }

    @Test
    void oneSignsAndAllOpen() throws Exception {
        add("1 reads", KeyUsage.keyEncipherment);
        add("2 signs", KeyUsage.digitalSignature);
        write();
        Identity ada = Identity.fromPkcs12(file, PASSWORD);
        Judged.trusted(Letters.arrived(Letters.plain().with(Smime.sign(ada))));
        assertThat(ada.issuers()).containsExactly(People.WORLD.root);

        Keys keys = Keys.fromPkcs12(file, PASSWORD);
        assertThat(keys.identities()).hasSize(2);
        X509Certificate reads = keys.identities().stream()
                .map(Identity::certificate)
                .filter(each -> each.getKeyUsage()[2])
                .findFirst()
                .orElseThrow();
        Message sealed = Letters.plain().with(Smime.encrypt(reads));
        assertThat(Smime.open(sealed, keys, People.WORLD.trust()).isDecrypted()).isTrue();
    }

    @Test
    void whereNoneSignsTheFirstIsTaken() throws Exception {
        add("reads", KeyUsage.keyEncipherment);
        write();
        assertThat(Identity.fromPkcs12(file, PASSWORD).certificate().getKeyUsage()[2])
                .isTrue();
    }

    @Test
    void aWrongPasswordAndADamagedFileAreSaid() throws Exception {
        add("ada", KeyUsage.digitalSignature);
        write();
        assertThatThrownBy(() -> Keys.fromPkcs12(file, "guess".toCharArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("password");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Keys.fromPkcs12(file, PASSWORD)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFileOfCertificatesHasNoKeys() throws Exception {
        store.setCertificateEntry("root", People.WORLD.root);
        write();
        assertThatThrownBy(() -> Keys.fromPkcs12(file, PASSWORD))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("no private key");
    }

    @Test
    void aFileThatWouldTakeHoursToTryAPasswordIsNotTried(@TempDir Path directory) throws IOException {
        ContentInfo content = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(new byte[] {0x30, 0}));
        DigestInfo mac = new DigestInfo(
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE), new byte[32]);
        Pfx pfx = new Pfx(content, new MacData(mac, new byte[8], Integer.MAX_VALUE));
        Path file = Files.write(directory.resolve("hours.p12"), pfx.getEncoded());
        assertThatThrownBy(() -> Keys.fromPkcs12(file, "secret".toCharArray()))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("a key derived in 2147483647 rounds");
    }
}
