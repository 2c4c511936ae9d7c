package dev.tegami.smime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Assumptions;

/** A token of SoftHSM, made anew; its provider is never registered. Tests that need it are skipped where it is absent. */
final class Token {
    private static final char[] PIN = "123456".toCharArray();

    private final Provider provider;
    private final KeyStore store;

    private Token(Provider provider, KeyStore store) {
        this.provider = provider;
        this.store = store;
    }

    /** Secrets agreed on must be let out for their derivation, which SunPKCS11 does not ask for by itself. */
    static final String SECRETS_LEAVE = """
            attributes(*, CKO_SECRET_KEY, *) = {
              CKA_SENSITIVE = false
              CKA_EXTRACTABLE = true
            }
            """;

    static Token in(Path directory, String secrets) throws IOException, GeneralSecurityException {
        String settings = System.getenv("SOFTHSM2_CONF");
        Assumptions.assumeTrue(settings != null, "no SOFTHSM2_CONF");
        Path library = library();
        Path tokens = Files.createDirectories(directory.resolve("tokens"));
        Files.writeString(Path.of(settings), "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        run("softhsm2-util", "--init-token", "--free", "--label", "tegami", "--pin", "123456", "--so-pin", "12345678");
        Path configuration = Files.writeString(directory.resolve("token.cfg"), """
                name = SoftHSM
                library = %s
                slotListIndex = 0
                attributes(generate, CKO_PRIVATE_KEY, *) = {
                  CKA_TOKEN = true
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_DERIVE = true
                }
                %s
                """.formatted(library, secrets));
        Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN);
        return new Token(provider, store);
    }

    private static Path library() {
        List<Path> places = List.of(
                Path.of("/usr/lib/softhsm/libsofthsm2.so"),
                Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"));
        Optional<Path> found = places.stream().filter(Files::exists).findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no SoftHSM");
        return found.orElseThrow();
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(List.of(command) + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    Provider provider() {
        return provider;
    }

    KeyStore store() {
        return store;
    }

    /** A person whose key was made on the token and never leaves it. */
    Identity person(String address, String kind) throws GeneralSecurityException {
        boolean rsa = kind.equals("RSA");
        KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC", provider);
        if (rsa) {
            generator.initialize(2048);
        } else {
            generator.initialize(new ECGenParameterSpec(kind));
        }
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate =
                People.WORLD.issue(new X500Name("CN=" + kind), pair, People.ofEverything(address));
        String alias = address + " " + kind;
        store.setKeyEntry(alias, pair.getPrivate(), null, new Certificate[] {certificate, People.WORLD.root});
        return Identity.fromKeyStore(store, alias, new char[0]);
    }
}
