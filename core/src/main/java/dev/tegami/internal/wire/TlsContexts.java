package dev.tegami.internal.wire;

import dev.tegami.net.ClientIdentity;
import dev.tegami.net.TlsOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The prepared contexts: reading the platform's trust store takes long. */
final class TlsContexts {
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Map<TlsOptions, SSLContext> PREPARED = new WeakHashMap<>();

    private TlsContexts() {}

    static SSLContext of(TlsOptions options) throws GeneralSecurityException {
        LOCK.lock();
        try {
            SSLContext context = PREPARED.get(options);
            if (context == null) {
                context = prepare(options);
                PREPARED.put(options, context);
            }
            return context;
        } finally {
            LOCK.unlock();
        }
    }

    private static SSLContext prepare(TlsOptions options) throws GeneralSecurityException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(options), trust(options), null);
            context.getClientSessionContext().setSessionCacheSize(1); // nothing is resumed, so nothing is kept
            return context;
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store cannot be made", e);
        }
    }

    private static TrustManager[] trust(TlsOptions options) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (options.anchors().isEmpty() && options.trusted() == TlsOptions.Trusted.PLATFORM_AND_GIVEN) {
            factory.init((KeyStore) null);
            return factory.getTrustManagers();
        }
        KeyStore store = empty();
        int number = 0;
        for (X509Certificate anchor : options.anchors()) {
            store.setCertificateEntry("given" + number++, anchor);
        }
        if (options.trusted() == TlsOptions.Trusted.PLATFORM_AND_GIVEN) {
            for (X509Certificate anchor : platform()) {
                store.setCertificateEntry("platform" + number++, anchor);
            }
        }
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static X509Certificate[] platform() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    private static KeyManager[] keys(TlsOptions options) throws GeneralSecurityException, IOException {
        if (options.identity().isEmpty()) {
            return new KeyManager[0];
        }
        ClientIdentity identity = options.identity().get();
        char[] password = new char[0];
        KeyStore store = empty();
        store.setKeyEntry("identity", identity.key(), password, identity.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
