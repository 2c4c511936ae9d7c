package dev.tegami.testkit;

import dev.tegami.net.TlsOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A test authority, a server certificate for {@code localhost} and people with S/MIME certificates. All keys are made
 * at run time.
 */
public final class TestPki {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static @Nullable TestPki shared;

    private final TestIdentity authority =
            TestCertificate.named("Tegami Test CA").authority().selfSigned();
    private final TestIdentity server = TestCertificate.named("localhost")
            .dns("localhost")
            .address("127.0.0.1")
            .address("::1")
            .server()
            .issuedBy(authority);

    private TestPki() {}

    /** The one of this test run. */
    public static TestPki shared() {
        LOCK.lock();
        try {
            TestPki pki = shared;
            if (pki == null) {
                pki = new TestPki();
                shared = pki;
            }
            return pki;
        } finally {
            LOCK.unlock();
        }
    }

    /** The authority. */
    public TestIdentity authority() {
        return authority;
    }

    /** The server {@code localhost}, 127.0.0.1, ::1. */
    public TestIdentity server() {
        return server;
    }

    /** A person with an RSA key, to sign and to encrypt to. */
    public TestIdentity rsaPerson(String name, String address) {
        return TestCertificate.named(name).rsa(2048).email(address).issuedBy(authority);
    }

    /** A person with a P-256 key, to sign and to encrypt to. */
    public TestIdentity ecPerson(String name, String address) {
        return TestCertificate.named(name).email(address).issuedBy(authority);
    }

    /** A client's options that trust the authority and nobody else. */
    public TlsOptions trusting() {
        return TlsOptions.defaults().trust(authority.certificate()).trustGivenOnly();
    }

    /** The server's context. It trusts client certificates of the authority. */
    public SSLContext serverContext() {
        return contextOf(server);
    }

    /** A server's context with a certificate of the test's choice. */
    public SSLContext contextOf(TestIdentity identity) {
        try {
            return filled(
                    SSLContext.getInstance("TLS"),
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm()),
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm()),
                    identity);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same by another TLS provider, which may lean on the platform for keys. */
    public SSLContext contextOf(TestIdentity identity, Provider provider) {
        try {
            return filled(
                    SSLContext.getInstance("TLSv1.3", provider),
                    provider.getService("KeyManagerFactory", "PKIX") == null
                            ? KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm())
                            : KeyManagerFactory.getInstance("PKIX", provider),
                    TrustManagerFactory.getInstance("PKIX", provider),
                    identity);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SSLContext filled(
            SSLContext context, KeyManagerFactory keys, TrustManagerFactory trust, TestIdentity identity)
            throws GeneralSecurityException {
        try {
            keys.init(identity.keyStore(), PASSWORD);
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry("authority", authority.certificate());
            trust.init(anchors);
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
