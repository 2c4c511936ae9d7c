package dev.tegami.smime.internal;

import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The certificates read last, by all of their octets. Letters come again and again from the same people, and a key of a
 * curve that is kept verifies twice as fast as a new one. Few and short ones only: strangers choose what comes in here.
 */
final class KnownCertificates {
    private static final int MOST = 128;
    private static final int LONGEST = 8 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ByteBuffer, X509Certificate> known = new LinkedHashMap<>(16, 0.75f, true);

    Optional<X509Certificate> find(byte[] encoded) {
        lock.lock();
        try {
            return Optional.ofNullable(known.get(ByteBuffer.wrap(encoded)));
        } finally {
            lock.unlock();
        }
    }

    /** Keeps one, in place of the one that was not asked for the longest. */
    void keep(byte[] encoded, X509Certificate certificate) {
        if (encoded.length > LONGEST) {
            return;
        }
        lock.lock();
        try {
            known.put(ByteBuffer.wrap(encoded.clone()), certificate);
            if (known.size() > MOST) {
                known.remove(known.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }
}
