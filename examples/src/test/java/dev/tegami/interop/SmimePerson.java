package dev.tegami.interop;

import dev.tegami.smime.Identity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;

/** Someone whose key every program can get at. */
record SmimePerson(String name, PrivateKey key, X509Certificate certificate, X509Certificate authority) {
    static final String PASSWORD = "secret";
    static final String ADDRESS = "ada@example.org";

    Identity identity() {
        return Identity.of(key, certificate, authority);
    }

    Path keyFile(Path directory) throws IOException {
        // without the public key in it, which older programs do not expect
        PrivateKeyInfo whole = PrivateKeyInfo.getInstance(key.getEncoded());
        byte[] plain = whole.hasPublicKey()
                ? new PrivateKeyInfo(whole.getPrivateKeyAlgorithm(), whole.parsePrivateKey()).getEncoded()
                : whole.getEncoded();
        return pem(directory.resolve(name + ".key"), new PemObject("PRIVATE KEY", plain));
    }

    Path certificateFile(Path directory) throws IOException {
        return pem(directory.resolve(name + ".crt"), certificate);
    }

    Path authorityFile(Path directory) throws IOException {
        return pem(directory.resolve("authority.crt"), authority);
    }

    Path pkcs12File(Path directory) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(name, key, PASSWORD.toCharArray(), new X509Certificate[] {certificate, authority});
        Path file = directory.resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static Path pem(Path file, Object thing) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return Files.writeString(file, text.toString(), StandardCharsets.US_ASCII);
    }
}
